"""Files of documents that are being imported: kept as originals and attachments, removed again if that fails."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath

from django.core.files.base import ContentFile

from cms.people.models import User
from disclosure_pages.media.models import DisclosureDocument
from disclosure_pages.pages.models import Attachment

from .places import Place
from .preparing import Prepared
from .writing import Draft

MAX_TITLE = 255


@contextmanager
def stored_files() -> Iterator[list[DisclosureDocument]]:
    """A list of files that are being stored. When the block fails their bytes go, as their rows do."""
    stored: list[DisclosureDocument] = []
    try:
        yield stored
    except BaseException:
        for document in stored:
            document.file.storage.delete(str(document.file.name))
        raise


def store_files(prepared: Prepared, draft: Draft, *, user: User | None, stored: list[DisclosureDocument]) -> None:
    """Keep original and attachments of a row in the collection of its place, and name them in the draft."""
    if prepared.file is not None:
        original = _store(prepared.file.name, prepared.file.content, draft.place, user, stored)
        draft.page.original_file = original
    draft.children["attachments"] = [
        Attachment(document=_store(name, content, draft.place, user, stored), title=_title(name))
        for name, content in prepared.attachments
    ]


def _store(
    name: str, content: bytes, place: Place, user: User | None, stored: list[DisclosureDocument]
) -> DisclosureDocument:
    document = DisclosureDocument(
        title=_title(name),
        file=ContentFile(content, name=PurePosixPath(name.replace("\\", "/")).name),
        collection_id=place.section.collection_id,
        uploaded_by_user=user,
    )
    document._set_document_file_metadata()
    document.save()
    stored.append(document)
    return document


def _title(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).stem[:MAX_TITLE]
