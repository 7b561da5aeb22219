"""Links of the footer: the same few rows on every page, so they are kept for a minute."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.cache import cache

from .models import FooterLink
from .place import Place

KEY = "gongkai_public:footer_links"
SECONDS = 60  # a process of its own cache learns of a change by others no later than this


@dataclass(frozen=True)
class Link:
    """A footer link; without a district it stands everywhere."""

    district_id: int | None
    label: str
    url: str


def footer_links(place: Place) -> list[Link]:
    """Links of the installation and of the district, in their order: no query while they are kept."""
    links = cache.get_or_set(KEY, _all_links, SECONDS)
    return [link for link in links or () if link.district_id in (None, place.district_id)]


def forget_footer_links() -> None:
    """Read the links anew for the next page."""
    cache.delete(KEY)


def _all_links() -> list[Link]:
    return [Link(*values) for values in FooterLink.objects.values_list("district_id", "label", "url")]
