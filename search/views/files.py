"""What was found, as a file: the first hits in their order, as they are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from disclosure_pages.library.lists.formats import exported, table_of
from disclosure_pages.library.lists.tables import XLSX, TableColumn, csv_lines_of, workbook_of
from plugins.contributions.files import ExportTable
from search.domain.finding import find
from search.domain.hits import FoundHit
from search.domain.reader_query import ReaderQuery

from .answers import only_when_asked, private
from .place import SearchPlace

MOST_ROWS, AT_ONCE = 1000, 100
WIDTHS = (60, 24, 14, 28, 14, 12, 12, 60)


@require_safe
@only_when_asked
def search_xlsx(request: HttpRequest, here: SearchPlace, query: ReaderQuery) -> HttpResponseBase:
    """The hits as a workbook."""
    rows, columns = list(_rows(here, query)), _columns(_address(request, here))
    content = workbook_of(rows, columns=columns, widths=WIDTHS, title=_("Hits"))
    return private(HttpResponse(content, content_type=XLSX, headers=_named(query, "xlsx")))


@require_safe
@only_when_asked
def search_csv(request: HttpRequest, here: SearchPlace, query: ReaderQuery) -> HttpResponseBase:
    """The hits as CSV."""
    lines = list(csv_lines_of(_rows(here, query), columns=_columns(_address(request, here))))
    return private(StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=_named(query, "csv")))


@require_safe
@only_when_asked
def search_file(request: HttpRequest, here: SearchPlace, query: ReaderQuery, extension: str) -> HttpResponseBase:
    """The hits in a format that a plug-in adds."""

    def table() -> ExportTable:
        return table_of(list(_rows(here, query)), columns=_columns(_address(request, here)), title=_("Hits"))

    name = f"search-{query.day.isoformat()}"
    district = here.place.district_id
    return private(exported(request, extension=extension, district=district, table=table, name=name))


def _rows(here: SearchPlace, query: ReaderQuery) -> Iterator[FoundHit]:
    """A part at a time, by the cursor: what is published meanwhile makes no hit come twice."""
    cursor, left = "", MOST_ROWS // AT_ONCE
    while left:
        found = find(replace(query, page=1, size=AT_ONCE), districts=here.districts, cursor=cursor, added=here.added)
        yield from found.hits
        cursor, left = found.cursor, left - 1 if found.cursor else 0


def _columns(address: Callable[[FoundHit], str]) -> list[TableColumn[FoundHit]]:
    return [
        (_("Title"), lambda hit: hit.plain_title),
        (_("Document number"), lambda hit: "".join(part.text for part in hit.number)),
        (_("District"), lambda hit: hit.district_name),
        (_("Responsible unit"), lambda hit: hit.unit_name),
        (_("Kind of content"), lambda hit: hit.type_name),
        (_("Published on"), lambda hit: hit.published_on),
        (_("Legal force"), lambda hit: hit.force_name),
        (pgettext("of a web page", "Address"), address),
    ]


def _address(request: HttpRequest, here: SearchPlace) -> Callable[[FoundHit], str]:
    return lambda hit: request.build_absolute_uri(here.links.to(hit.url_path))


def _named(query: ReaderQuery, extension: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="search-{query.day.isoformat()}.{extension}"'}
