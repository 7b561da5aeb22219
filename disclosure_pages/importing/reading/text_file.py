"""Plain text in UTF-8 (with or without a mark) or GB18030, with hard line breaks or without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from django.utils.translation import gettext as _

from .blocks import Block, Cell, DocumentFormat, Paragraph, ReadDocument, Table, plain
from .limits import MAX_BLOCKS
from .lines import begins_paragraph, is_broken_off, is_page_number, join_lines
from .refusals import Unreadable

_INDENT = re.compile(r"[ \t\u3000]{2,}|\u3000")
#: A line that is shorter than this ends where its author wanted: a title, a name, a day.
_FULL_LINE = 24


def read_text(content: bytes) -> ReadDocument:
    """One paragraph a line, but for lines that a page or a narrow window broke within a sentence."""
    text, is_guessed = _decode(content)
    lines = [line for line in re.split(r"\r\n?|[\n\f\v\x85\u2028\u2029]", text) if not is_page_number(line)]
    if len(lines) > MAX_BLOCKS * 4:
        raise Unreadable("too-large")
    remarks = (_("The text was read as GB18030: look whether all characters are right."),) if is_guessed else ()
    return ReadDocument(format=DocumentFormat.TEXT, blocks=tuple(_blocks(lines)), remarks=remarks)


def _decode(content: bytes) -> tuple[str, bool]:
    for encoding, is_guessed in (("utf-8-sig", False), ("gb18030", True)):
        try:
            return content.decode(encoding), is_guessed
        except UnicodeDecodeError:
            continue
    raise Unreadable("wrong-encoding")


def _blocks(lines: list[str]) -> Iterator[Block]:
    filled = [line for line in lines if line.strip()]
    for is_row, group in groupby(filled, key=lambda line: line.strip("\n").count("\t") >= 2):
        members = list(group)
        if is_row and len(members) > 1:
            yield _table(members)
        else:
            yield from _paragraphs(members)


def _table(lines: list[str]) -> Table:
    """Rows with tabs between their cells; headings that are repeated on every page count once."""
    rows = [[cell.strip() for cell in line.split("\t")] for line in lines]
    kept = [row for number, row in enumerate(rows) if number == 0 or row != rows[0]]
    width = max(len(row) for row in kept)
    cells = [
        Cell(text, row=number, column=column)
        for number, row in enumerate(kept)
        for column, text in enumerate(row + [""] * (width - len(row)))
    ]
    return Table(cells=tuple(cells))


def _paragraphs(lines: list[str]) -> Iterator[Paragraph]:
    is_indented = _indents_paragraphs(lines)
    paragraph = ""
    for line in lines:
        if paragraph and _goes_on(paragraph, line, is_indented=is_indented):
            paragraph = join_lines(paragraph, line)
            continue
        if paragraph:
            yield plain(paragraph.strip())
        paragraph = line
    if paragraph:
        yield plain(paragraph.strip())


def _indents_paragraphs(lines: list[str]) -> bool:
    """Whether the author begins paragraphs with an indent, so that a full line without one goes on."""
    long = [line for line in lines if len(line.strip()) >= _FULL_LINE]
    return len(long) >= 3 and sum(1 for line in long if _INDENT.match(line)) >= len(long) * 0.2


def _goes_on(paragraph: str, line: str, *, is_indented: bool) -> bool:
    """Whether a line belongs to the paragraph above it. A title may be long and end without a stop, too.

    So a paragraph must begin with the author's indent or, where there are none, hold a clause already.
    """
    if len(paragraph.strip()) < _FULL_LINE or begins_paragraph(line) or not is_broken_off(paragraph):
        return False
    if is_indented:
        return bool(_INDENT.match(paragraph)) and not _INDENT.match(line)
    return any(stop in paragraph for stop in "，。；")
