"""sitemap.xml and robots.txt: an index, one part for homes and columns, and parts by district and year.

Only pages whose canonical address is on the requested host are named; structure without an address never is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from disclosure_pages.public.cache.scope import keep
from disclosure_pages.public.links import Links
from disclosure_pages.public.listings import in_year, listed_keys
from disclosure_pages.public.place import Place, district_places
from disclosure_pages.public.rules import SITEMAP_PART, last_page
from disclosure_pages.tree.models import Column, ColumnTally, DisclosurePage

XML = "application/xml"


def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Names every part; their number follows from the kept counts."""
    keep(request, district_id=None)
    districts = {district.district_id: district for district in _districts(Links(request))}
    addresses = [reverse("gongkai_public:sitemap_columns")]
    for figures in _figures(districts):
        for part in range(1, last_page(total=figures["sum"], size=SITEMAP_PART) + 1):
            slug = districts[figures["column__district"]].slug
            addresses.append(reverse("gongkai_public:sitemap_content", args=(slug, figures["year"], part)))
    sitemaps = [{"location": request.build_absolute_uri(address)} for address in addresses]
    return TemplateResponse(request, "sitemap_index.xml", {"sitemaps": sitemaps}, content_type=XML)


def sitemap_columns(request: HttpRequest) -> HttpResponse:
    """Home pages and columns."""
    keep(request, district_id=None)
    links = Links(request)
    districts = _districts(links)
    keys = [district.district_id for district in districts]
    columns = Column.objects.filter(district__in=keys, live=True).order_by("path")
    homes = dict.fromkeys([links.root_path, *(district.home_path for district in districts)])
    paths = [*homes, *columns.values_list("url_path", flat=True)]
    return _urlset(request, ((path, None) for path in paths), links=links)


def sitemap_content(request: HttpRequest, district: str, year: str, part: str) -> HttpResponse:
    """Public content of one district and year, at most ``SITEMAP_PART`` addresses."""
    keep(request, district_id=None)
    links = Links(request)
    owner = next((candidate for candidate in _districts(links) if candidate.slug == district), None)
    start = (int(part) - 1) * SITEMAP_PART
    keys = (
        list(listed_keys(district_id=owner.district_id, **in_year(int(year)))[start : start + SITEMAP_PART])
        if owner
        else []
    )
    if not keys:
        raise Http404
    pages = DisclosurePage.objects.public().filter(pk__in=keys).order_by()
    return _urlset(request, pages.values_list("url_path", "last_published_at"), links=links)


def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers should leave alone, and where the sitemap is."""
    closed = [reverse("wagtailadmin_home"), reverse("gongkai_public:reading")]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed), ""]
    lines.append(f"Sitemap: {request.build_absolute_uri(reverse('gongkai_public:sitemap'))}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _districts(links: Links) -> list[Place]:
    """Districts that have their canonical address on the requested site."""
    if links.site is None:
        raise Http404
    below = district_places(root_page__live=True, root_page__path__startswith=links.site.root_page.path)
    return [district for district in below if _is_here(district, links)]


def _is_here(district: Place, links: Links) -> bool:
    root = links.canonical_root(district.home_path)
    return root is not None and root.site_id == links.site.pk


def _figures(districts: Iterable[int | None]) -> Any:
    tallies = ColumnTally.objects.filter(column__district__in=list(districts), total__gt=0)
    return tallies.values("column__district", "year").annotate(sum=Sum("total")).order_by("column__district", "-year")


def _urlset(request: HttpRequest, pages: Iterable[tuple[str, dt.datetime | None]], *, links: Links) -> HttpResponse:
    def entries() -> Iterator[dict[str, Any]]:
        for url_path, changed in pages:
            yield {"location": links.canonical(url_path), "lastmod": changed}

    return TemplateResponse(request, "sitemap.xml", {"urlset": entries()}, content_type=XML)
