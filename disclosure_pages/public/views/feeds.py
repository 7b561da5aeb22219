"""Atom feeds of the city, of a district and of a column, on the same queries as the listings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet, prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from wagtail.models import Page

from cms.tenancy.models import District, Unit
from disclosure_pages.public.cache.scope import keep
from disclosure_pages.public.exceptions import NoSuchListing
from disclosure_pages.public.links import Links
from disclosure_pages.public.listings import in_year, keys_of_districts, listed_keys, parse_listing
from disclosure_pages.public.place import Place, place_of_path
from disclosure_pages.public.rules import FEED_ENTRIES
from disclosure_pages.tree.models import CityHome, Column, DisclosurePage, DistrictHome
from disclosure_pages.tree.presentation import part_of

FEED = "atom.xml"


def feed(request: HttpRequest, where: str) -> HttpResponseBase:
    """The newest content at and below the page at ``where``; ``unit`` and ``year`` narrow it as on the page itself."""
    route = Page.route_for_request(request, where)
    if route is None:
        raise Http404
    own = part_of(route.page, FEED)
    if own is not None:
        return own(route.page, request)
    if not isinstance(route.page, CityHome | DistrictHome | Column):
        raise Http404
    links = Links(request)
    place = place_of_path(where, links=links)
    keep(request, district_id=place.district_id)
    keys = _keys_below(route.page, place).filter(**_filters(request, place))
    document = _document(request, page=route.page, place=place, links=links)
    for page in _entries(keys[:FEED_ENTRIES]):
        document.add_item(**_item(page, links=links))
    return HttpResponse(document.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _keys_below(page: Any, place: Place) -> QuerySet[Any, int]:
    if isinstance(page, Column):
        columns = Column.objects.filter(path__startswith=page.path, live=True)
        return listed_keys(column_id__in=list(columns.values_list("pk", flat=True)))
    if place.district_id is not None:
        return listed_keys(district_id=place.district_id)
    return keys_of_districts(District.objects.filter(city=place.city_id).values_list("pk", flat=True))


def _filters(request: HttpRequest, place: Place) -> dict[str, Any]:
    query = parse_listing(request.GET)
    found: dict[str, Any] = dict(in_year(query.year))
    if query.unit:
        unit = Unit.objects.filter(district=place.district_id, code=query.unit).first()
        if unit is None:
            raise NoSuchListing
        found["unit_id"] = unit.pk
    return found


def _entries(keys: Iterable[int]) -> list[Any]:
    pages = list(DisclosurePage.objects.public().filter(pk__in=list(keys)).newest_first().specific())
    prefetch_related_objects(pages, "unit", "column")
    return pages


def _document(request: HttpRequest, *, page: Page, place: Place, links: Links) -> Atom1Feed:
    title = f"{page.title} - {place.site_name}" if isinstance(page, Column) else place.site_name
    address = links.canonical(page.url_path)
    return Atom1Feed(
        title=title,
        link=address,
        description=getattr(page, "description", ""),
        language=get_language(),
        author_name=place.organisation,
        feed_url=request.build_absolute_uri(),
        feed_guid=f"urn:uuid:{page.translation_key}",
    )


def _item(page: Any, *, links: Links) -> dict[str, Any]:
    published = timezone.make_aware(dt.datetime.combine(page.published_on, dt.time()))
    return {
        "title": page.title,
        "link": links.canonical(page.url_path),
        "description": getattr(page, "description", ""),
        "author_name": page.unit.name,
        "categories": [page.column.title],
        "pubdate": published,
        "updateddate": max(page.last_published_at or published, published),
        "unique_id": f"urn:uuid:{page.translation_key}",
    }
