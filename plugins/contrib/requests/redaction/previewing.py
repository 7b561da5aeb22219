"""What whoever marks looks at: the text, or the pages and what is special about them."""

from __future__ import annotations

import io
from dataclasses import dataclass

from .kinds import Kind, kind_of
from .text_file import read_text
from .word import text_of_docx


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page of a PDF. Where ``has_text`` is false, words cannot be found, and areas must be marked by hand."""

    number: int
    text: str
    notes: int

    @property
    def has_text(self) -> bool:
        return bool(self.text.strip())


def shown_text(content: bytes) -> str:
    """The text of a text or DOCX; places that are chosen by hand are counted in it."""
    return text_of_docx(content) if kind_of(content) == Kind.DOCX else read_text(content)


def page_facts(content: bytes) -> list[PageFacts]:
    """Each page of a PDF: its text, and how many annotations and fields no copy will have."""
    import pypdfium2.raw as pdfium

    from .pdf.drawing import opened

    facts = []
    with opened(content) as document:
        for number in range(len(document)):
            page = document[number]
            facts.append(
                PageFacts(number + 1, page.get_textpage().get_text_range(), pdfium.FPDFPage_GetAnnotCount(page))
            )
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
