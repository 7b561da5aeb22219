"""PDF with text: pages, notes on them, form fields and the description of the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from .parts import Part, Place, Reason, Unread

#: Bytes of drawing after which a page without text is no empty page: text drawn as lines, or a scan.
EMPTY_PAGE = 64


def read_pdf(stream: BinaryIO) -> Iterator[Part | Unread]:
    """Page by page. A page that is drawn on and has no text is one that nobody can look into here."""
    from pypdf import PdfReader  # each process loads only what it reads with

    reader = PdfReader(stream, strict=False)
    yield Part("\n".join(str(value) for value in (reader.metadata or {}).values() if isinstance(value, str)))
    for number, page in enumerate(reader.pages, start=1):
        where = ((Place.PAGE.value, str(number)),)
        try:
            text = "\n".join([page.extract_text(), *_notes(page)])
            is_unreadable = not text.strip() and _is_drawn_on(page)
        except Exception:  # one broken page must not hide the others
            yield Unread(Reason.DAMAGED, where)
            continue
        yield Unread(Reason.PICTURE, where) if is_unreadable else Part(text, where)


def _notes(page: Any) -> Iterator[str]:
    """What is written in notes, fields and links on a page."""
    for reference in _get(page, "/Annots") or ():
        annotation = reference.get_object()
        values = [_get(annotation, key) for key in ("/Contents", "/V", "/TU")]
        action = _get(annotation, "/A") or {}
        yield from (str(value) for value in (*values, _get(action, "/URI")) if isinstance(value, str))


def _get(dictionary: Any, key: str) -> Any:
    """The value itself, where ``get`` would answer with a reference to it."""
    return dictionary[key] if key in dictionary else None  # noqa: SIM401


def _is_drawn_on(page: Any) -> bool:
    contents = page.get_contents()
    return contents is not None and len(contents.get_data()) > EMPTY_PAGE
