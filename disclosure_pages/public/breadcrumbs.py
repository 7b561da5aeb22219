"""The way from the site's home down to a page; sections are structure, so they are left out."""

from __future__ import annotations

from wagtail.models import Page

from disclosure_pages.tree.models import Column

from .links import Links
from .skeleton import Crumb


def column_crumbs(column: Column, *, links: Links) -> list[Crumb]:
    """From the site's home page to ``column``, every step with its address: one query."""
    step = Page.steplen
    paths = [column.path[:length] for length in range(links.root_depth * step, len(column.path) + 1, step)]
    pages = Page.objects.filter(path__in=paths).order_by("depth").values_list("title", "url_path")
    return [Crumb(title, links.to(url_path)) for title, url_path in pages]


def without_address(crumbs: list[Crumb], *, title: str = "") -> list[Crumb]:
    """``crumbs`` that end with the page at hand: its title, or the last crumb, without a link to itself."""
    return [*crumbs, Crumb(title)] if title else [*crumbs[:-1], Crumb(crumbs[-1].title)] if crumbs else []
