"""XLSX: titles across the table, headings that stay when one scrolls, borders, wrapped text."""

from __future__ import annotations

import io

import openpyxl
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from plugins.contrib.item_catalogue.enums import Column
from plugins.contrib.item_catalogue.structure import Sheet

from .grid import Grid, Merge, grid_of

_SIDE = Side(style="thin", color="808080")
_BORDER = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_TITLE, _HEADING = Font(size=16, bold=True), Font(bold=True)
_WIDE = {Column.CONTENT: 36, Column.BASIS: 36, Column.LIMIT: 18, Column.CHANNEL: 26, Column.SECOND: 18}
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def write_xlsx(sheet: Sheet) -> bytes:
    """A workbook of one sheet. Whatever looks like a formula is text."""
    book = openpyxl.Workbook()
    page = book.active
    grid, above = grid_of(sheet), len(sheet.shape.titles)
    for number, title in enumerate(sheet.shape.titles, start=1):
        _write(page.cell(number, 1), title, font=_TITLE, is_centred=True)
        _merge(page, Merge(number - 1, 0, number - 1, grid.width - 1), 0)
    _write_grid(page, grid, above)
    for place, heading in enumerate(sheet.shape.headings, start=1):
        page.column_dimensions[get_column_letter(place)].width = _WIDE.get(heading.column, 10)
    page.freeze_panes = page.cell(above + grid.heads + 1, 1)
    page.page_setup.orientation = "landscape"
    page.print_title_rows = f"{above + 1}:{above + grid.heads}"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _write_grid(page: Worksheet, grid: Grid, above: int) -> None:
    for number, row in enumerate(grid.rows):
        is_head, is_note = number < grid.heads, number >= len(grid.rows) - grid.notes
        for place, text in enumerate(row, start=1):
            cell = page.cell(above + number + 1, place)
            _write(cell, text, font=_HEADING if is_head else Font(), is_centred=is_head)
            if not is_note:
                cell.border = _BORDER
    for merge in grid.merges:
        _merge(page, merge, above)


def _write(cell: Cell, text: str, *, font: Font, is_centred: bool) -> None:
    if text:
        cell.value = text
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(_FORMULA_STARTS)
    cell.font = font
    cell.alignment = Alignment(horizontal="center" if is_centred else None, vertical="center", wrap_text=True)


def _merge(page: Worksheet, merge: Merge, above: int) -> None:
    if merge.is_real:
        page.merge_cells(
            start_row=above + merge.top + 1,
            end_row=above + merge.bottom + 1,
            start_column=merge.left + 1,
            end_column=merge.right + 1,
        )
