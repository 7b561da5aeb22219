"""Rows as a file: one table of columns for every format."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any, TypeVar

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
Row = TypeVar("Row")
#: Heading and value of a column.
TableColumn = tuple[str, Callable[[Row], Any]]


def workbook_of(
    rows: Iterable[Row], *, columns: Sequence[TableColumn[Row]], widths: Iterable[int], title: str
) -> bytes:
    """A workbook of one sheet; written row by row, so its size does not count."""
    from openpyxl import Workbook  # loaded when somebody downloads: it is large

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    for position, width in enumerate(widths):
        sheet.column_dimensions[chr(ord("A") + position)].width = width
    sheet.freeze_panes = "A2"
    sheet.append([_bold(sheet, heading) for heading, _value in columns])
    for row in rows:
        sheet.append([_plain(value(row)) for _heading, value in columns])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def csv_lines_of(rows: Iterable[Row], *, columns: Sequence[TableColumn[Row]]) -> Iterator[str]:
    """Lines of the file, the headings first: UTF-8 with a mark, by which spreadsheets know the encoding."""
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow([heading for heading, _value in columns])
    for row in rows:
        yield writer.writerow([_plain(value(row)) for _heading, value in columns])


def _bold(sheet: Any, text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, value=text)
    cell.font = Font(bold=True)
    return cell


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text


def _plain(value: Any) -> Any:
    """Text that a spreadsheet does not run as a formula, without the signs that no workbook takes."""
    if not isinstance(value, str):
        return value
    kept = "".join(sign for sign in value if sign in "\t\n\r" or sign >= " ")
    return f"'{kept}" if kept.startswith(FORMULA) else kept
