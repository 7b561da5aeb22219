"""Office Open XML: Word, Excel, PowerPoint, with notes, comments, headers, and text that was deleted but kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, BinaryIO

from .packages import members_of, text_of_xml
from .parts import Part, Place, Reason, Unread

_WORD_PART = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$")
_SLIDE_PART = re.compile(r"ppt/(?:slides/slide|notesSlides/notesSlide)(\d+)\.xml$")
_SHEET_EXTRAS = re.compile(r"xl/(?:comments\d*|threadedComments/.*|drawings/drawing\d+)\.xml$")
_EMBEDDED = re.compile(r"(?:word|xl|ppt)/embeddings/")
_PICTURE = re.compile(r"(?:word|xl|ppt)/media/")
_ROWS_TOGETHER = 500


def read_docx(stream: BinaryIO) -> Iterator[Part | Unread]:
    """Word: the text of runs is joined as it is read, so a number in two typefaces is one number."""
    yield from _read_parts(stream, _WORD_PART, texts={"t", "delText"}, breaks={"p", "tab", "br", "tc"})


def read_pptx(stream: BinaryIO) -> Iterator[Part | Unread]:
    """PowerPoint: slides and their notes."""
    yield from _read_parts(stream, _SLIDE_PART, texts={"t"}, breaks={"p", "br"}, place=Place.SLIDE)


def read_xlsx(stream: BinaryIO) -> Iterator[Part | Unread]:
    """Excel: every sheet, hidden ones too, a line for each row; then comments and drawings."""
    from openpyxl import load_workbook  # each process loads only what it reads with

    workbook = load_workbook(stream, read_only=True, data_only=True)
    for sheet in workbook.worksheets:
        where = ((Place.SHEET.value, sheet.title),)
        lines: list[str] = []
        for row in sheet.iter_rows(values_only=True):
            lines.append("\t".join(map(_cell_text, row)).strip())
            if len(lines) == _ROWS_TOGETHER:
                yield Part("\n".join(lines), where)
                lines = []
        yield Part("\n".join(lines), where)
    stream.seek(0)
    yield from _read_parts(stream, _SHEET_EXTRAS, texts={"t", "text"}, breaks={"p", "comment", "threadedComment"})


def _cell_text(value: Any) -> str:
    """A number as people see it: 13812345678, not 13812345678.0."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _read_parts(
    stream: BinaryIO, parts: re.Pattern[str], *, texts: set[str], breaks: set[str], place: Place | None = None
) -> Iterator[Part | Unread]:
    has_pictures = False
    for name, content in members_of(stream):
        match = parts.match(name)
        if match:
            where = ((place.value, match[1]),) if place else ()
            yield Part(text_of_xml(content, texts=texts, breaks=breaks), where)
        elif _EMBEDDED.match(name):
            yield from _read_embedded(name, content)
        has_pictures = has_pictures or bool(_PICTURE.match(name))
    if has_pictures:
        yield Unread(Reason.PICTURE)


def _read_embedded(name: str, content: BinaryIO) -> Iterator[Part | Unread]:
    from .readers import read_file, within

    path = PurePath(name)
    yield from (within(item, path.name) for item in read_file(path.suffix[1:].lower(), content))
