"""What the public files of pages are called and say. Only bytes that the page was cleared with count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from disclosure_pages.clearance.personal_data.places import place_in_file
from disclosure_pages.media.models import FileText, PublishedFile
from disclosure_pages.media.names import extension_of
from disclosure_pages.pages.models import Attachment
from search.documents import AttachmentText, Passage


def attachments_of(keys: Collection[int]) -> Mapping[int, list[AttachmentText]]:
    """Files of the pages ``keys``, attachments first and in the authors' order: three queries."""
    published = list(
        PublishedFile.objects.filter(page__in=keys, document__isnull=False).select_related("document").order_by("pk")
    )
    named = {
        (page, document): (order, title)
        for order, (page, document, title) in enumerate(
            Attachment.objects.filter(page__in=keys).values_list("page", "document", "title")
        )
    }
    texts = _texts({row.file_hash for row in published})
    last = len(named)
    published.sort(key=lambda row: named.get((row.page_id, row.document_id), (last, ""))[0])
    found: dict[int, list[AttachmentText]] = defaultdict(list)
    for row in published:
        _order, title = named.get((row.page_id, row.document_id), (last, ""))
        found[row.page_id].append(_attachment(row, title, texts))
    return found


def _attachment(row: PublishedFile, title: str, texts: Mapping[tuple[str, str], FileText]) -> AttachmentText:
    document: Any = row.document  # the query asked for rows that have one
    text = texts.get((row.file_hash, extension_of(document.filename)))
    return AttachmentText(
        name=title or document.title, url=document.url, passages=tuple(_passages(text)) if text is not None else ()
    )


def _texts(hashes: Collection[str]) -> dict[tuple[str, str], FileText]:
    texts = FileText.objects.filter(content_hash__in=hashes)
    return {(text.content_hash, text.extension): text for text in texts}


def _passages(text: FileText) -> Iterator[Passage]:
    for part in text.texts():
        yield Passage(part.text.strip(), place_in_file(part.where))
