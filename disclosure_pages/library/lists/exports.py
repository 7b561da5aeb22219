"""The list as a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .query import LibraryQuery
from .rows import LibraryRow
from .tables import XLSX, TableColumn, csv_lines_of, workbook_of

WIDTHS = (22, 60, 22, 28, 12, 18, 22, 12, 12, 12, 12, 12, 60)
Address = Callable[[str], str]


def columns(absolute: Address) -> list[TableColumn[LibraryRow]]:
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
        (pgettext("of a web page", "Address"), lambda row: absolute(row.url)),
    ]


def workbook(rows: Iterable[LibraryRow], *, absolute: Address) -> bytes:
    """The list as a workbook of one sheet."""
    return workbook_of(rows, columns=columns(absolute), widths=WIDTHS, title=_("Policy documents"))


def csv_lines(rows: Iterable[LibraryRow], *, absolute: Address) -> Iterator[str]:
    """The list as lines of CSV."""
    return csv_lines_of(rows, columns=columns(absolute))


def as_xlsx(rows: Iterable[LibraryRow], *, query: LibraryQuery, absolute: Address) -> HttpResponse:
    """The list as a workbook to be saved."""
    content = workbook(rows, absolute=absolute)
    return HttpResponse(content, content_type=XLSX, headers=_named(query, "xlsx"))


def as_csv(rows: Iterable[LibraryRow], *, query: LibraryQuery, absolute: Address) -> StreamingHttpResponse:
    """The list as CSV to be saved."""
    lines = csv_lines(rows, absolute=absolute)
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=_named(query, "csv"))


def name_of(day: dt.date) -> str:
    """The name of the file, without its extension."""
    return f"library-{day.isoformat()}"


def _named(query: LibraryQuery, extension: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name_of(query.day)}.{extension}"'}
