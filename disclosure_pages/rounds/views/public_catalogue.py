"""The public catalogue of documents on request, beside the library's list."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from disclosure_pages.library.lists.place import LibraryPlace, library_place
from disclosure_pages.library.rules import DOCUMENTS
from disclosure_pages.public.breadcrumbs import without_address
from disclosure_pages.public.cache.scope import keep
from disclosure_pages.public.links import Links
from disclosure_pages.public.skeleton import Crumb, site_meta, skeleton
from disclosure_pages.rounds.domain.cataloguing import is_catalogue_shown
from disclosure_pages.rounds.models import CatalogueEntry
from disclosure_pages.tree.enums import ColumnPurpose
from disclosure_pages.tree.models import Column

PAGE_SIZE = 50


def catalogue_beside(here: LibraryPlace) -> tuple[str, str] | None:
    """The link from the library's page, where a district shows its catalogue."""
    if not is_catalogue_shown(here.districts):
        return None
    return _title(), catalogue_url(here)


def catalogue_url(here: LibraryPlace) -> str:
    """Address of the catalogue of a library."""
    return reverse("gongkai_catalogue:on_request", args=(here.where,))


def _title() -> str:
    return pgettext("public list", "Catalogue of documents on request")


@require_safe
def on_request(request: HttpRequest, where: str) -> HttpResponse:
    """Confirmed entries of a district or of a city's districts; where none shows its catalogue, nothing is here."""
    here, links = library_place(request, where)
    if not is_catalogue_shown(here.districts):
        raise Http404
    keep(request, district_id=here.place.district_id, also=(DOCUMENTS,))
    entries = CatalogueEntry.objects.public().of_districts(here.districts).select_related("district")
    number = request.GET.get("page", "1")
    pages = Paginator(entries, PAGE_SIZE)
    if not number.isdecimal() or not 1 <= int(number[:9]) <= pages.num_pages:
        raise Http404
    context = {**_frame(request, here, links), "page": pages.page(int(number)), "how_to": _how_to(here, links)}
    return render(request, "gongkai_rounds/public/catalogue.html", context)


def _frame(request: HttpRequest, here: LibraryPlace, links: Links) -> dict[str, Any]:
    home = here.place.home_path or here.place.city_path
    library = Crumb(_("Policy document library"), here.address("library"))
    name = here.place.district or here.place.city
    crumbs = [Crumb(name, links.to(home)), library, Crumb(_title(), request.path)]
    return {
        **skeleton(
            request,
            links=links,
            place=here.place,
            title=_title(),
            crumbs=without_address(crumbs),
            meta_tags=site_meta(here.place, links=links, url_path=home),
            canonical_url=f"{links.canonical(home)}library/on-request/",
        ),
        "title": _title(),
        "library": here,
        "library_url": here.address("library"),
    }


def _how_to(here: LibraryPlace, links: Links) -> str:
    """Address of the column that says how to apply; empty where there is none, as for a city."""
    if here.place.district_id is None:
        return ""
    columns = Column.objects.filter(district=here.place.district_id, purpose=ColumnPurpose.ON_REQUEST, live=True)
    path = columns.order_by("depth", "position").values_list("url_path", flat=True).first()
    return links.to(path) if path else ""
