"""XLSX workbooks with merged cells: a vertical merge gives its value to every row it covers."""

from __future__ import annotations

import io
import warnings
import zipfile
from typing import Any
from xml.parsers import expat

import openpyxl
from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from disclosure_pages.responsibility.enums import FileFormat

from .csv_file import too_many_rows
from .limits import MAX_COLUMNS, MAX_MERGED_CELLS, MAX_ROWS
from .raw import Cell, RawFile, RawRow, RawTable


def read_xlsx(content: bytes) -> RawFile:
    """Read the visible sheets; formulas count with the value that the author last saw."""
    _check_merges(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about parts of the workbook that are not read, such as data validation
        book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    return RawFile(
        format=FileFormat.XLSX,
        tables=tuple(
            RawTable(rows=tuple(_rows(sheet)), place=sheet.title if len(sheets) > 1 else "") for sheet in sheets
        ),
    )


def _check_merges(content: bytes) -> None:
    """Refuse a merge over millions of cells before openpyxl makes an object for each of them."""
    area = 0

    def count(name: str, attributes: dict[str, str]) -> None:
        nonlocal area
        if name.rpartition(":")[2] == "mergeCell":
            left, top, right, bottom = range_boundaries(attributes["ref"])
            area += (right - left + 1) * (bottom - top + 1)
            if area > MAX_MERGED_CELLS:
                raise too_many_rows()

    package = zipfile.ZipFile(io.BytesIO(content))
    for name in package.namelist():
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            parser = expat.ParserCreate()
            parser.StartElementHandler = count
            parser.ParseFile(package.open(name))


def _rows(sheet: Worksheet) -> list[RawRow]:
    if sheet.max_row > MAX_ROWS:
        raise too_many_rows()
    merged = _vertical_merges(sheet)
    lines = sheet.iter_rows(max_col=min(sheet.max_column, MAX_COLUMNS), values_only=True)
    return [_row(number, values, merged) for number, values in enumerate(lines, start=1)]


def _row(number: int, values: tuple[Any, ...], merged: dict[tuple[int, int], str]) -> RawRow:
    cells = (
        Cell(merged[place], carried=True) if (place := (number, column)) in merged else Cell(_text(value))
        for column, value in enumerate(values, start=1)
    )
    return RawRow(number=number, cells=tuple(cells))


def _vertical_merges(sheet: Worksheet) -> dict[tuple[int, int], str]:
    """(row, column) → text for all but the first row of a merge; only its first column carries the text."""
    return {
        (row, area.min_col): _text(sheet.cell(area.min_row, area.min_col).value)
        for area in sheet.merged_cells.ranges
        if area.max_row <= MAX_ROWS
        for row in range(area.min_row + 1, area.max_row + 1)
    }


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
