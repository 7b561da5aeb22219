"""What every public page has around its content: names, breadcrumbs, meta tags, reading mode, footer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from .entrances import entrances_of
from .enums import ReadingMode
from .footer import footer_links
from .links import Links
from .looks import look_of
from .place import Place
from .reading import reading_mode
from .search_box import search_address


@dataclass(frozen=True)
class Crumb:
    """A step of the breadcrumbs; the last one, the page itself, has no address."""

    title: str
    url: str = ""


@dataclass(frozen=True)
class Meta:
    """A meta tag, under the names that the standard for government sites fixes (domain, §3)."""

    name: str
    content: str


def site_meta(place: Place, *, links: Links, url_path: str) -> list[Meta]:
    """Tags that every page carries."""
    tags = [Meta("SiteName", place.site_name), Meta("SiteDomain", links.domain(url_path))]
    if place.site_identifier:
        tags.append(Meta("SiteIDCode", place.site_identifier))
    return tags


def skeleton(
    request: HttpRequest, *, links: Links, place: Place, title: str = "", unit_id: int | None = None, **parts: Any
) -> dict[str, Any]:
    """The context that ``base.html`` needs.

    ``parts`` are ``crumbs``, ``meta_tags``, ``canonical_url``, ``feed_url``, ``is_indexed`` and ``return_path`` where
    a page has them; an empty ``search_url`` leaves out the search box. ``unit_id`` is the unit
    whose content it is, if it is somebody's.
    """
    look = look_of(request, place, unit_id=unit_id)
    home_url = links.to(place.home_path) if place.home_path else "/"
    return {
        "place": look.dress(place),
        "theme": look,
        "page_title": f"{title}_{place.site_name}" if title else place.site_name,
        "home_url": home_url,
        "entrances": entrances_of(place, home_url=home_url),
        "search_url": search_address(place, home_url=home_url),
        "reading": reading_mode(request),
        "reading_modes": ReadingMode,
        "return_path": request.path,
        "footer_links": footer_links(place),
        "crumbs": [],
        "meta_tags": [],
        "canonical_url": "",
        "feed_url": "",
        "is_indexed": True,
        **parts,
    }
