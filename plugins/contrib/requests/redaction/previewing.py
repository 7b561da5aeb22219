"""What whoever marks looks at: the text, or the pages and what is special about them."""

from __future__ import annotations

import io
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from .kinds import Kind, kind_of
from .text_file import read_text
from .word import faint_texts_of_docx, other_texts_of_docx, text_of_docx

_BESIDE = {
    "header": _("Header of the pages"),
    "footer": _("Footer of the pages"),
    "footnotes": _("Footnotes"),
    "endnotes": _("Endnotes"),
}


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page of a PDF. Where ``is_searchable`` is false, only a person can say what stands on it."""

    number: int
    text: str
    notes: int
    is_searchable: bool


def shown_text(content: bytes) -> str:
    """The text of a text or DOCX; places that are chosen by hand are counted in it."""
    return text_of_docx(content) if kind_of(content) == Kind.DOCX else read_text(content)


def other_texts(content: bytes) -> list[tuple[str, str]]:
    """What stands beside the text of a DOCX, in words where, and what: it is given too."""
    if kind_of(content) != Kind.DOCX:
        return []
    return [(str(_BESIDE[kind]), text.strip("\n")) for kind, text in other_texts_of_docx(content)]


def faint_texts(content: bytes) -> list[str]:
    """What nobody sees in a DOCX when it is opened, and the copy shows: white and tiny letters."""
    return faint_texts_of_docx(content) if kind_of(content) == Kind.DOCX else []


def page_facts(content: bytes) -> list[PageFacts]:
    """Each page of a PDF: its text, and how many annotations and fields no copy will have."""
    import pypdfium2.raw as pdfium

    from .pdf.drawing import opened
    from .pdf.searchable import is_searchable

    facts = []
    with opened(content) as document:
        for number in range(len(document)):
            page = document[number]
            text, notes = page.get_textpage().get_text_range(), pdfium.FPDFPage_GetAnnotCount(page)
            facts.append(PageFacts(number + 1, text, notes, is_searchable(page)))
    return facts


def page_picture(content: bytes, number: int) -> bytes:
    """Page ``number``, from 1, as PNG."""
    from .pdf.drawing import draw, opened

    file = io.BytesIO()
    with opened(content) as document:
        if not 1 <= number <= len(document):
            raise IndexError(number)
        draw(document, number - 1).picture.save(file, "PNG")
    return file.getvalue()
