"""A column: its own listing, its columns, or both."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest

from disclosure_pages.public.breadcrumbs import column_crumbs, without_address
from disclosure_pages.public.cache.scope import keep
from disclosure_pages.public.links import Links
from disclosure_pages.public.listings import ListingQuery, column_listing, parse_listing
from disclosure_pages.public.meta_tags import column_meta
from disclosure_pages.public.place import district_places
from disclosure_pages.public.skeleton import site_meta, skeleton
from disclosure_pages.tree.models import Column

from .columns import column_entries


def column_context(page: Column, request: HttpRequest) -> dict[str, Any]:
    """Raises ``NoSuchListing`` (404) for a filter or page of the listing that does not exist."""
    query = parse_listing(request.GET)
    links = Links(request)
    (place,) = district_places(pk=page.district_id)
    keep(request, district_id=page.district_id)
    crumbs = column_crumbs(page, links=links)
    here = links.to(page.url_path)
    return {
        **skeleton(
            request,
            links=links,
            place=place,
            title=page.title,
            crumbs=without_address(crumbs),
            meta_tags=[*site_meta(place, links=links, url_path=page.url_path), *column_meta(page, place=place)],
            canonical_url=links.canonical(page.url_path) + ListingQuery(page=query.page).encode(),
            feed_url=here + "atom.xml" + replace(query, page=1, size=ListingQuery.size).encode(),
            is_indexed=not query.is_filtered,
            return_path=here + query.encode(),
        ),
        "column": page,
        "column_url": here,
        "children": column_entries(links=links, below=page.path, district_id=page.district_id),
        "listing": column_listing(page, query, links=links),
        "parent_url": crumbs[-2].url if len(crumbs) > 1 else "/",
    }
