"""Tables of Word documents, as Word shows them: merged cells, content controls, and text under revision.

python-docx is used for the package only: its cells leave out inserted text under revision and cells inside content
controls, so the XML is walked here. Numbers that Word makes itself (automatic lists) are not text and are not read.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
from django.utils.translation import gettext as _
from docx.oxml.ns import qn

from disclosure_pages.responsibility.enums import FileFormat

from .csv_file import too_many_rows
from .limits import MAX_ROWS
from .raw import Cell, RawFile, RawRow, RawTable

_TABLE, _ROW, _CELL, _PARAGRAPH = qn("w:tbl"), qn("w:tr"), qn("w:tc"), qn("w:p")
_TEXT, _DELETED = qn("w:t"), {qn("w:del"), qn("w:moveFrom")}
_WHITE_SPACE = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): " "}
_VALUE = qn("w:val")


def read_docx(content: bytes) -> RawFile:
    """Read every table of the document's body; tables inside cells belong to the cell and are not read."""
    body = docx.Document(io.BytesIO(content)).element.body
    found = [table for table in body.iter(_TABLE) if not any(True for _ in table.iterancestors(_CELL))]
    tables = (
        RawTable(
            rows=tuple(_rows(table)),
            place=_("table %(number)d") % {"number": number} if len(found) > 1 else "",
        )
        for number, table in enumerate(found, start=1)
    )
    return RawFile(format=FileFormat.DOCX, tables=tuple(tables))


def _rows(table: Any) -> Iterator[RawRow]:
    above: dict[int, str] = {}
    for number, row in enumerate(_own(table, _ROW, _TABLE), start=1):
        if number > MAX_ROWS:
            raise too_many_rows()
        if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
            yield RawRow(number=number, cells=tuple(_cells(row, above)))


def _cells(row: Any, above: dict[int, str]) -> Iterator[Cell]:
    """Cells in grid positions; ``above`` remembers the text that a vertical merge hands down and is updated."""
    before = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
    yield from (Cell() for _ in range(int(before.get(_VALUE)) if before is not None else 0))
    position = int(before.get(_VALUE)) if before is not None else 0
    for cell in _own(row, _CELL, _ROW):
        span, continues = _span(cell), _continues(cell)
        if not continues:
            above[position] = _text(cell)
        yield Cell(above.get(position, ""), carried=continues)
        yield from (Cell() for _ in range(span - 1))
        position += span


def _own(parent: Any, tag: str, boundary: str) -> Iterator[Any]:
    """Descendants with ``tag`` that belong to ``parent`` and not to a table nested in it."""
    return (element for element in parent.iter(tag) if next(element.iterancestors(boundary)) is parent)


def _span(cell: Any) -> int:
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    return int(span.get(_VALUE)) if span is not None else 1


def _continues(cell: Any) -> bool:
    """Whether the cell is the lower part of a vertical merge (``vMerge`` without a value means “continue”)."""
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(_VALUE, "continue") == "continue"


def _text(cell: Any) -> str:
    return "\n".join(_paragraph(paragraph) for paragraph in _own(cell, _PARAGRAPH, _CELL)).strip()


def _paragraph(paragraph: Any) -> str:
    parts = []
    for element in paragraph.iter():
        if any(ancestor.tag in _DELETED for ancestor in element.iterancestors()):
            continue
        if element.tag == _TEXT:
            parts.append(element.text or "")
        else:
            parts.append(_WHITE_SPACE.get(element.tag, ""))
    return "".join(parts)
