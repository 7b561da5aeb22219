"""The home pages of the city and of a district."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from disclosure_pages.public.cache.scope import keep
from disclosure_pages.public.links import Links
from disclosure_pages.public.listings import keys_of_districts, listed_keys, read_rows
from disclosure_pages.public.place import Place, city_place, district_places
from disclosure_pages.public.rules import DISCLOSURE_COLUMN, HOME_ROWS
from disclosure_pages.public.skeleton import Crumb, site_meta, skeleton
from disclosure_pages.tree.enums import ColumnPurpose
from disclosure_pages.tree.models import CityHome, DistrictHome

from .columns import column_entries


def city_home_context(page: CityHome, request: HttpRequest) -> dict[str, Any]:
    """Districts, and what is newest in all of them."""
    keep(request, district_id=None)
    links = Links(request)
    place = city_place(root_page=page)
    districts = district_places(city=place.city_id, root_page__live=True)
    return {
        **skeleton(
            request,
            links=links,
            place=place,
            meta_tags=site_meta(place, links=links, url_path=page.url_path),
            canonical_url=links.canonical(page.url_path),
            feed_url=links.to(page.url_path) + "atom.xml",
        ),
        "districts": [(district, links.to(district.home_path)) for district in districts],
        "rows": read_rows(
            keys_of_districts(district.district_id for district in districts if district.district_id)[:HOME_ROWS],
            links=links,
        ),
    }


def district_home_context(page: DistrictHome, request: HttpRequest) -> dict[str, Any]:
    """The disclosure column (专栏) in its fixed order, then public enterprises and other columns, then what is new."""
    links = Links(request)
    (place,) = district_places(root_page=page)
    keep(request, district_id=place.district_id)
    entries = column_entries(links=links, below=page.path, district_id=place.district_id, retired_on=None)
    order: dict[str, int] = {purpose: number for number, purpose in enumerate(DISCLOSURE_COLUMN)}
    disclosure = sorted((entry for entry in entries if entry.purpose in order), key=lambda entry: order[entry.purpose])
    return {
        **skeleton(
            request,
            links=links,
            place=place,
            crumbs=home_crumbs(place, links=links),
            meta_tags=site_meta(place, links=links, url_path=page.url_path),
            canonical_url=links.canonical(page.url_path),
            feed_url=links.to(page.url_path) + "atom.xml",
        ),
        "disclosure_column": disclosure,
        "enterprises": [entry for entry in entries if entry.purpose == ColumnPurpose.PUBLIC_ENTERPRISE],
        "others": [entry for entry in entries if entry.purpose not in (*order, ColumnPurpose.PUBLIC_ENTERPRISE)],
        "rows": read_rows(listed_keys(district_id=place.district_id)[:HOME_ROWS], links=links),
    }


def home_crumbs(place: Place, *, links: Links) -> list[Crumb]:
    """From the city to the district, where the site at hand shows the city too."""
    if not place.city_path.startswith(links.root_path):
        return []
    return [Crumb(place.city, links.to(place.city_path)), Crumb(place.district)]
