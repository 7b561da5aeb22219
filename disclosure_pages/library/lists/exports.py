"""The list as a file: one table of columns for every format."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .query import LibraryQuery
from .rows import LibraryRow

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTHS = (22, 60, 22, 28, 12, 18, 22, 12, 12, 12, 12, 12, 60)
Address = Callable[[str], str]
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def columns(absolute: Address) -> list[tuple[str, Callable[[LibraryRow], Any]]]:
    """Heading and value of each column; ``absolute`` makes a row's address one that works elsewhere."""
    return [
        (_("Index number"), lambda row: row.index_number),
        (_("Title"), lambda row: row.title),
        (_("Document number"), lambda row: row.number),
        (_("Issuer"), lambda row: row.issuer),
        (_("District"), lambda row: row.district),
        (_("Kind of document"), lambda row: row.kind),
        (_("Topic"), lambda row: row.topic),
        (_("Formed on"), lambda row: row.formed_on),
        (pgettext("of a document", "Issued on"), lambda row: row.issued_on),
        (_("Effective from"), lambda row: row.effective_on),
        (_("Valid until"), lambda row: row.expires_on),
        (_("Legal force"), lambda row: row.force_label),
        (_("Address"), lambda row: absolute(row.url)),
    ]


def as_xlsx(rows: Iterable[LibraryRow], *, query: LibraryQuery, absolute: Address) -> HttpResponse:
    """The list as a workbook to be saved."""
    return HttpResponse(workbook(rows, absolute=absolute), content_type=XLSX, headers=_named(query, "xlsx"))


def workbook(rows: Iterable[LibraryRow], *, absolute: Address) -> bytes:
    """A workbook of one sheet; written row by row, so its size does not count."""
    from openpyxl import Workbook  # loaded when somebody downloads: it is large

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Policy documents"))
    for position, width in enumerate(WIDTHS):
        sheet.column_dimensions[chr(ord("A") + position)].width = width
    sheet.freeze_panes = "A2"
    named = columns(absolute)
    sheet.append([_bold(sheet, heading) for heading, _value in named])
    for row in rows:
        sheet.append([_plain(value(row)) for _heading, value in named])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _bold(sheet: Any, text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, value=text)
    cell.font = Font(bold=True)
    return cell


def as_csv(rows: Iterable[LibraryRow], *, query: LibraryQuery, absolute: Address) -> StreamingHttpResponse:
    """The list as CSV to be saved."""
    lines = csv_lines(rows, absolute=absolute)
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=_named(query, "csv"))


def csv_lines(rows: Iterable[LibraryRow], *, absolute: Address) -> Iterator[str]:
    """Lines of the file, the headings first: UTF-8 with a mark, by which spreadsheets know the encoding."""
    named, writer = columns(absolute), csv.writer(_Echo())
    yield "\ufeff" + writer.writerow([heading for heading, _value in named])
    for row in rows:
        yield writer.writerow([_plain(value(row)) for _heading, value in named])


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text


def _plain(value: Any) -> Any:
    """Text that a spreadsheet does not run as a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _named(query: LibraryQuery, extension: str) -> dict[str, str]:
    day: dt.date = query.day
    return {"Content-Disposition": f'attachment; filename="library-{day.isoformat()}.{extension}"'}
