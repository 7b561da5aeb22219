"""Tables of Word documents as a grid, merged cells included; tables inside cells are text of the cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from docx.oxml.ns import qn

from .blocks import Cell, Table
from .docx_runs import runs_of
from .limits import MAX_TABLE_COLUMNS, MAX_TABLE_ROWS
from .refusals import Unreadable

_ROW, _CELL, _TABLE, _PARAGRAPH = qn("w:tr"), qn("w:tc"), qn("w:tbl"), qn("w:p")
_VALUE = qn("w:val")

Label = Callable[[Any], str]


def read_table(table: Any, *, label_of: Label) -> Table:
    """The grid of a table; ``label_of`` gives a paragraph's automatic number and counts on."""
    cells: list[Cell] = []
    #: Column → index of the cell above that a vertical merge may lengthen.
    above: dict[int, int] = {}
    for number, row in enumerate(_rows(table)):
        if number >= MAX_TABLE_ROWS:
            raise Unreadable("too-large")
        for cell, continues in _row(row, number, label_of):
            if continues and cell.column in above:
                index = above[cell.column]
                cells[index] = replace(cells[index], rows=number - cells[index].row + 1)
            else:
                above[cell.column] = len(cells)
                cells.append(cell)
    return Table(cells=tuple(cells)) if any(cell.text for cell in cells) else Table(cells=())


def _rows(table: Any) -> Iterator[Any]:
    for row in _own(table, _ROW, _TABLE):
        if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
            yield row


def _row(row: Any, number: int, label_of: Label) -> Iterator[tuple[Cell, bool]]:
    column = _number(row, "w:trPr", "w:gridBefore", default=0)
    for element in _own(row, _CELL, _ROW):
        span = _number(element, "w:tcPr", "w:gridSpan", default=1)
        if column + span > MAX_TABLE_COLUMNS:
            raise Unreadable("too-large")
        yield Cell(_text(element, label_of), row=number, column=column, columns=span), _continues(element)
        column += span


def _own(parent: Any, tag: str, boundary: str) -> Iterator[Any]:
    """Descendants with ``tag`` that belong to ``parent`` and not to a table nested in it."""
    return (element for element in parent.iter(tag) if next(element.iterancestors(boundary)) is parent)


def _number(element: Any, properties: str, tag: str, *, default: int) -> int:
    found = element.find(f"{qn(properties)}/{qn(tag)}")
    return int(found.get(_VALUE, default)) if found is not None else default


def _continues(cell: Any) -> bool:
    """Whether the cell is the lower part of a vertical merge (``vMerge`` without a value means “continue”)."""
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(_VALUE, "continue") == "continue"


def _text(cell: Any, label_of: Label) -> str:
    lines = (
        label_of(paragraph) + "".join(run.text for run in runs_of(paragraph)) for paragraph in cell.iter(_PARAGRAPH)
    )
    return "\n".join(line.strip() for line in lines if line.strip())
