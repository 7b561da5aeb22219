"""Ruled grids of a PDF as tables; a grid that goes on at the top of the next page is one table."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from .blocks import Cell, Table
from .lines import join_lines
from .pdf_lines import Line

#: Edges that are nearer to each other than this, in points, are one edge.
TOLERANCE = 3.0


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table and its place on its page; ``top`` and ``bottom`` in points from the top."""

    table: Table
    left: float
    right: float
    top: float
    bottom: float

    @property
    def text(self) -> str:
        return "".join(cell.text for cell in self.table.cells)

    def holds(self, line: Line) -> bool:
        """Whether a line stands in the table."""
        return self.top <= (line.top + line.bottom) / 2 <= self.bottom and self.left <= line.middle <= self.right


def tables_of(page: Any) -> Iterator[PlacedTable]:
    """Grids with some text in them; lines around a title are none. One row may be the beginning of a table."""
    for found in page.find_tables():
        table = _table(found, page.page_number)
        if table.width >= 2 and table.height * table.width >= 3 and sum(1 for cell in table.cells if cell.text) > 1:
            left, top, right, bottom = found.bbox
            yield PlacedTable(table=table, left=left, right=right, top=top, bottom=bottom)


def _table(found: Any, page: int) -> Table:
    boxes = [box for row in found.rows for box in row.cells if box is not None]
    texts = [
        text
        for row, words in zip(found.rows, found.extract(x_tolerance_ratio=0.7), strict=True)
        for box, text in zip(row.cells, words, strict=True)
        if box is not None
    ]
    columns = _edges(edge for box in boxes for edge in (box[0], box[2]))
    rows = _edges(edge for box in boxes for edge in (box[1], box[3]))
    cells = (_cell(box, text or "", rows, columns) for box, text in zip(boxes, texts, strict=True))
    return Table(cells=tuple(cells), page=page)


def _edges(values: Iterator[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > TOLERANCE:
            edges.append(value)
    return edges


def _cell(box: tuple[float, float, float, float], text: str, rows: list[float], columns: list[float]) -> Cell:
    left, top, right, bottom = box
    row, column = _index(rows, top), _index(columns, left)
    return Cell(
        text=_one_paragraph(text),
        row=row,
        column=column,
        rows=max(1, _index(rows, bottom) - row),
        columns=max(1, _index(columns, right) - column),
    )


def _index(edges: list[float], value: float) -> int:
    return max(0, bisect_left(edges, value + TOLERANCE) - 1)


def _one_paragraph(text: str) -> str:
    """Lines of a cell, which only its width broke."""
    joined = ""
    for line in text.splitlines():
        joined = join_lines(joined, line)
    return joined.strip()


def join_over_pages(pages: list[list[Line | PlacedTable]]) -> list[Line | Table]:
    """All parts in order; a table that ends a page and one of the same width that begins the next are one."""
    joined: list[Line | Table] = []
    for parts in pages:
        for index, part in enumerate(parts):
            if isinstance(part, Line):
                joined.append(part)
            elif index == 0 and joined and isinstance(joined[-1], Table) and joined[-1].width == part.table.width:
                joined[-1] = _continued(joined[-1], part.table)
            else:
                joined.append(part.table)
    return joined


def _continued(table: Table, more: Table) -> Table:
    """``more`` below ``table``, without the headings that are repeated at its top."""
    skipped = 1 if more.row_texts(0) == table.row_texts(0) and more.height > 1 else 0
    below = (replace(cell, row=cell.row - skipped + table.height) for cell in more.cells if cell.row >= skipped)
    return replace(table, cells=tuple(chain(table.cells, below)))
