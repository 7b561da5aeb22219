"""The text of a document: read once for each bytes, within bounds, and kept."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from disclosure_pages.media.models import DisclosureDocument, FileText
from disclosure_pages.media.names import extension_of

from .bounded import Reading, read_bounded
from .parts import Reason, Unread
from .readers import READERS, WITHOUT_TEXT

#: How long a request may read files that nobody has read yet, all of them together.
REQUEST_SECONDS = 10
#: How long the task worker may read one file.
WORKER_SECONDS = 300


def text_of(document: DisclosureDocument, *, seconds: int = REQUEST_SECONDS) -> FileText:
    """What was read of the bytes that ``document`` has now; reads them if that has not been done.

    A file that took too long is tried again by who has more ``seconds``. Nothing is raised: what could not be read is
    among the answer's ``gaps``.
    """
    digest, extension = document.get_file_hash(), extension_of(document.filename)
    if not digest:
        return FileText(extension=extension, stopped_by=Reason.LOST)
    kept = FileText.objects.filter(content_hash=digest, extension=extension).first()
    if kept is not None and (kept.stopped_by != Reason.TIME or kept.seconds >= seconds):
        return kept
    text = kept or FileText(content_hash=digest, extension=extension)
    if seconds > 0:
        text.take(_read(document, extension, seconds=seconds), seconds=seconds)
        _keep(text)
    elif kept is None:
        text.stopped_by = Reason.TIME
    return text


def texts_of(
    documents: Iterable[DisclosureDocument], *, seconds: int = REQUEST_SECONDS
) -> Iterator[tuple[DisclosureDocument, FileText]]:
    """Each document with its text, in ``seconds`` for all of them; those for which no time is left are not read."""
    end = time.monotonic() + seconds
    for document in documents:
        yield document, text_of(document, seconds=max(int(end - time.monotonic()), 0))


def _read(document: DisclosureDocument, extension: str, *, seconds: int) -> Reading:
    if extension not in READERS and extension != "zip":
        return Reading(unread=[Unread(WITHOUT_TEXT.get(extension, Reason.KIND))])
    try:
        with _local_copy(document) as path:
            return read_bounded(extension=extension, path=path, seconds=seconds)
    except (FileNotFoundError, NotADirectoryError):
        return Reading(stopped_by=Reason.LOST)


@contextmanager
def _local_copy(document: DisclosureDocument) -> Iterator[str]:
    """A path at which another process finds the bytes; of an object store, a copy."""
    storage, name = document.file.storage, str(document.file.name)
    try:
        path = storage.path(name)
    except NotImplementedError:
        with storage.open(name, "rb") as stream, tempfile.NamedTemporaryFile() as copy:
            shutil.copyfileobj(stream, copy)
            copy.flush()
            yield copy.name
    else:
        yield path


def _keep(text: FileText) -> None:
    """Two requests may read the same bytes at the same time: the later one has the last word."""
    names = ("parts", "unread", "stopped_by", "seconds", "read_at")
    FileText.objects.update_or_create(
        content_hash=text.content_hash,
        extension=text.extension,
        defaults={name: getattr(text, name) for name in names},
    )


def forget_text(digest: str) -> None:
    """Forget the text of bytes that no document has any more."""
    if digest and not DisclosureDocument.objects.filter(file_hash=digest).exists():
        FileText.objects.filter(content_hash=digest).delete()
