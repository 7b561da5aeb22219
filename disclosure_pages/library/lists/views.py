"""The library's list on a page, as a spreadsheet and as a feed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.library.rules import DOCUMENTS
from disclosure_pages.public.breadcrumbs import without_address
from disclosure_pages.public.cache.scope import keep
from disclosure_pages.public.contexts.homes import home_crumbs
from disclosure_pages.public.links import Links
from disclosure_pages.public.skeleton import Crumb, site_meta, skeleton
from plugins.contributions.files import ExportTable

from .beside import lists_beside
from .changes import changes_feed
from .exports import as_csv, as_xlsx, columns, name_of
from .formats import exported, offers, table_of
from .listing import library_listing
from .place import LibraryPlace, library_place
from .query import LibraryQuery, parse_library_query
from .rows import ordered, periods_asked_for, stream_rows


@require_safe
def library(request: HttpRequest, where: str) -> HttpResponse:
    """Documents of a district or city, narrowed, ordered and asked about on any day."""
    query = parse_library_query(request.GET)
    here, links = library_place(request, where)
    keep(request, district_id=here.place.district_id, also=(DOCUMENTS,))
    listing = library_listing(query, districts=here.districts, links=links)
    return render(request, "gongkai_library/list.html", {**_frame(request, here, query, links), "listing": listing})


def _frame(request: HttpRequest, here: LibraryPlace, query: LibraryQuery, links: Links) -> dict[str, Any]:
    title, url = _("Policy document library"), here.address("library")
    plain = query.encode(page=1, size=LibraryQuery.size)
    home = here.place.home_path or here.place.city_path
    crumbs = [*_home_crumbs(here, links), Crumb(title, url)]
    return {
        **skeleton(
            request,
            links=links,
            place=here.place,
            title=title,
            crumbs=without_address(crumbs),
            meta_tags=site_meta(here.place, links=links, url_path=home),
            canonical_url=f"{links.canonical(home)}library/{query.encode(size=LibraryQuery.size)}",
            feed_url=here.address("changes"),
            is_indexed=not query.is_narrowed,
            return_path=url + query.encode(),
        ),
        "title": title,
        "library": here,
        "beside": lists_beside(here),
        "document_type": PolicyDocument._meta.model_name,
        "library_url": url,
        "xlsx_url": here.address("xlsx") + plain,
        "csv_url": here.address("csv") + plain,
        "other_formats": offers(
            request, here.place.district_id, address=lambda extension: here.file_address(extension) + plain
        ),
    }


def _home_crumbs(here: LibraryPlace, links: Links) -> list[Crumb]:
    if here.is_city:
        return [Crumb(here.place.city, links.to(here.place.city_path))]
    district = Crumb(here.place.district, links.to(here.place.home_path))
    return [*home_crumbs(here.place, links=links)[:-1], district]


@require_safe
def library_xlsx(request: HttpRequest, where: str) -> HttpResponse:
    """The current list as a workbook."""
    return _download(request, where, as_xlsx)


@require_safe
def library_csv(request: HttpRequest, where: str) -> HttpResponse:
    """The current list as CSV."""
    return _download(request, where, as_csv)


@require_safe
def library_file(request: HttpRequest, where: str, extension: str) -> HttpResponse:
    """The current list in a format that a plug-in adds."""
    query = parse_library_query(request.GET)
    here, links = library_place(request, where)

    def table() -> ExportTable:
        rows = stream_rows(ordered(periods_asked_for(query, districts=here.districts), query), address=links.to)
        return table_of(rows, columns=columns(request.build_absolute_uri), title=_("Policy documents"))

    return exported(request, extension=extension, district=here.place.district_id, table=table, name=name_of(query.day))


def _download(request: HttpRequest, where: str, write: Any) -> HttpResponse:
    query = parse_library_query(request.GET)
    here, links = library_place(request, where)
    periods = ordered(periods_asked_for(query, districts=here.districts), query)
    response: HttpResponse = write(
        stream_rows(periods, address=links.to), query=query, absolute=request.build_absolute_uri
    )
    return response


@require_safe
def library_changes(request: HttpRequest, where: str) -> HttpResponse:
    """What has come into force, been amended, repealed or has expired, the newest first."""
    here, links = library_place(request, where)
    keep(request, district_id=here.place.district_id, also=(DOCUMENTS,))
    return changes_feed(request, here=here, links=links)
