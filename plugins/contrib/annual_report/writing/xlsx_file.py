"""XLSX: a sheet for the texts, one for each part that has tables, and one for the comparison."""

from __future__ import annotations

import io
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from plugins.api import blocks_of, writable
from plugins.contrib.annual_report.structure import Grid, Laid

from .contents import Contents, Section, Text, sections_of
from .figures import Figures, figures_below

WIDTHS = {"figure": 12, "label": 24, "compared": 48, "text": 100}
#: Where a comparison has the figures of both years.
YEARS = (2, 3)


def write_xlsx(contents: Contents) -> bytes:
    """A workbook; numbers are numbers, and no text is taken for a formula."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    sections = list(sections_of(contents))
    _add_texts(book.create_sheet("文字部分"), contents, sections)
    for section in sections:
        if section.grids:
            _add_tables(book.create_sheet(section.label[:31]), section)
    _add_comparisons(book, figures_below(contents))
    if contents.mark:
        _mark(book, contents.mark)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _mark(book: Any, mark: str) -> None:
    """Printed above every page, and before the title."""
    for page in book:
        page.oddHeader.center.text = mark.replace("&", "&&")
    first = book.worksheets[0]
    first.insert_rows(1)
    _put(first, 1, 1, mark)


def _add_texts(page: Any, contents: Contents, sections: list[Section]) -> None:
    from openpyxl.styles import Font

    page.column_dimensions["A"].width = WIDTHS["text"]
    _put(page, 1, 1, contents.title).font = Font(bold=True, size=16)
    line = 2
    for section in sections:
        if section.texts:
            _put(page, line, 1, section.label).font = Font(bold=True)
            line += 1
        for words in (words for text in section.texts for words in _lines(text)):
            _put(page, line, 1, words)
            line += 1


def _lines(text: Text) -> Iterator[str]:
    """The heading of a text that has one of its own, and its blocks."""
    if text.has_heading:
        yield text.prose.title
    yield from (block.text for block in blocks_of(text.body))


def _add_tables(page: Any, section: Section) -> None:
    top = 1
    for grid in section.grids:
        if section.is_joined:
            _put(page, top, 1, grid.table.title)
            top += 1
        _add_grid(page, grid, top)
        top += len(grid.rows) + 1
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True


def _add_comparisons(book: Any, below: Figures) -> None:
    """As on the page, where there is a year before; differences are text, because they have their sign."""
    from openpyxl.styles import Font

    if not below.comparisons:
        return
    page, top = book.create_sheet(below.heading[:31]), 1
    page.column_dimensions["A"].width = WIDTHS["compared"]
    for comparison in below.comparisons:
        _put(page, top, 1, comparison.title).font = Font(bold=True)
        for place, text in enumerate(comparison.heads, start=1):
            _put(page, top + 1, place, text).font = Font(bold=True)
        for line, compared in enumerate(comparison.lines, start=top + 2):
            for place, text in enumerate(compared.texts, start=1):
                _put(page, line, place, text, is_figure=place in YEARS)
        top += len(comparison.lines) + 3


def _add_grid(page: Any, grid: Grid, top: int) -> None:
    from openpyxl.styles import Border, Side
    from openpyxl.utils import get_column_letter

    side = Side(style="thin", color="808080")
    for cell in (cell for row in grid.rows for cell in row):
        _write(page, cell, top)
        width = WIDTHS["label" if cell.scope in {"row", "rowgroup"} and cell.across == 1 else "figure"]
        place = page.column_dimensions[get_column_letter(cell.column + 1)]
        place.width = max(place.width if place.customWidth else 0, width)
    for line in page.iter_rows(min_row=top, max_row=top + len(grid.rows) - 1, max_col=grid.width):
        for place in line:
            place.border = Border(left=side, right=side, top=side, bottom=side)


def _write(page: Any, cell: Laid, top: int) -> None:
    from openpyxl.styles import Alignment, Font

    row, column = top + cell.row, cell.column + 1
    place = _put(page, row, column, cell.text, is_figure=bool(cell.key))
    is_label = cell.scope in {"row", "rowgroup"}
    place.font = Font(bold=bool(cell.scope) and not is_label)
    place.alignment = Alignment(horizontal=None if is_label else "center", vertical="center", wrap_text=True)
    if cell.down > 1 or cell.across > 1:
        ends = {"end_row": row + cell.down - 1, "end_column": column + cell.across - 1}
        page.merge_cells(start_row=row, start_column=column, **ends)


def _put(page: Any, row: int, column: int, text: str, *, is_figure: bool = False) -> Any:
    from openpyxl.styles import Alignment

    place = page.cell(row, column)
    is_number = is_figure and text not in {"", "/"}
    place.value = Decimal(text) if is_number else writable(text)
    if not is_number:
        place.data_type = "s"
        place.quotePrefix = text.startswith(("=", "+", "-", "@"))
        place.alignment = Alignment(vertical="top", wrap_text=True)
    return place
