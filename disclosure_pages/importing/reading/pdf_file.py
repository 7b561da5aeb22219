"""PDF with text: lines with their place on the page become paragraphs, ruled grids become tables."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pdfplumber
from django.utils.translation import gettext as _

from .blocks import Block, DocumentFormat, ReadDocument
from .limits import MAX_PAGES
from .pdf_lines import Line, lines_of, without_running_lines
from .pdf_paragraphs import Paper, paragraphs_of
from .pdf_tables import PlacedTable, join_over_pages, tables_of
from .refusals import Unreadable

#: More of the text in shapes without a character than this, and it cannot be read.
MAX_UNKNOWN = 0.05
#: Fewer characters on a page than this are a stamp or a number on a picture.
MIN_CHARACTERS = 8


def read_pdf(content: bytes) -> ReadDocument:
    """Read every page. A PDF of pictures alone is refused; single pages without text are named in a remark."""
    pages: list[list[Line | PlacedTable]] = []
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        if len(pdf.pages) > MAX_PAGES:
            raise Unreadable("too-large")
        for page in pdf.pages:
            pages.append(_parts(page))
            page.close()
    empty = [number for number, parts in enumerate(pages, start=1) if _characters(parts) < MIN_CHARACTERS]
    if len(empty) == len(pages):
        raise Unreadable("scanned")
    _check_characters(pages)
    return ReadDocument(format=DocumentFormat.PDF, blocks=tuple(_blocks(pages)), remarks=tuple(_remarks(empty)))


def _parts(page: Any) -> list[Line | PlacedTable]:
    """Lines and tables of a page from top to bottom; what stands in a table is no line."""
    tables = list(tables_of(page))
    lines = [line for line in lines_of(page) if not any(table.holds(line) for table in tables)]
    return sorted([*lines, *tables], key=lambda part: part.top)


def _characters(parts: list[Line | PlacedTable]) -> int:
    return sum(len(part.text.strip()) for part in parts)


def _check_characters(pages: list[list[Line | PlacedTable]]) -> None:
    text = "".join(part.text for parts in pages for part in parts)
    unknown = text.count("(cid:") + sum(1 for char in text if char == "\ufffd" or "\ue000" <= char <= "\uf8ff")
    if unknown > len(text) * MAX_UNKNOWN:
        raise Unreadable("unreadable-fonts")


def _blocks(pages: list[list[Line | PlacedTable]]) -> Iterator[Block]:
    kept = without_running_lines(pages)
    paper = Paper.of(part for parts in kept for part in parts if isinstance(part, Line))
    return paragraphs_of(join_over_pages(kept), paper)


def _remarks(empty: list[int]) -> Iterator[str]:
    if empty:
        numbers = "、".join(str(number) for number in empty)
        yield _("No text was found on page %(numbers)s: it may be a picture.") % {"numbers": numbers}
