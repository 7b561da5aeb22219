"""Which government a public page speaks for: the district, or the city on its own pages.

Read as plain values: every public page needs them, and two homes' whole rows would cost more than the page itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import Http404
from django.utils.translation import gettext as _

from cms.tenancy.models import City, District, Unit

from .links import Links


@dataclass(frozen=True)
class Place:
    """A city and perhaps one of its districts. Paths are ``Page.url_path`` of the home pages, empty without one."""

    city_id: int | None = None
    city: str = ""
    city_path: str = ""
    district_id: int | None = None
    district: str = ""
    slug: str = ""
    home_path: str = ""
    government: str = ""
    site_identifier: str = ""
    icp_number: str = ""
    police_number: str = ""
    contact: str = ""

    @property
    def organisation(self) -> str:
        """Who answers for the page, as the footer names it."""
        return self.government or self.district or self.city or str(settings.WAGTAIL_SITE_NAME)

    @property
    def site_name(self) -> str:
        """What the site calls itself in its header, its titles and its ``SiteName``."""
        name = self.district or self.city
        if not name:
            return str(settings.WAGTAIL_SITE_NAME)
        return _("%(place)s Government Information Disclosure") % {"place": name}


CITY_FIELDS = ("pk", "name", "root_page__url_path")
DISTRICT_FIELDS = (
    *("city_id", "city__name", "city__root_page__url_path"),
    *("pk", "name", "slug", "root_page__url_path"),
    *("government_name", "site_identifier", "icp_number", "police_number", "contact"),
)


def district_places(**where: Any) -> list[Place]:
    """Places of the districts that ``where`` selects, in their order: one query."""
    return [_place(values) for values in District.objects.filter(**where).values_list(*DISTRICT_FIELDS)]


def unit_and_place(unit_id: int) -> tuple[str, Place]:
    """The unit's name as readers see it and the place of its district: one query."""
    fields = ("full_name", "name", *(f"district__{field}".replace("__pk", "__id") for field in DISTRICT_FIELDS))
    full_name, name, *values = Unit.objects.values_list(*fields).get(pk=unit_id)
    return full_name or name, _place(values)


def city_place(**where: Any) -> Place:
    """The place of the city that ``where`` selects; an empty one when there is none."""
    return next((_place(values) for values in City.objects.filter(**where).values_list(*CITY_FIELDS)), Place())


def place_of_path(path: str, *, links: Links) -> Place:
    """The place that a requested path points into, for answers that have no page: two queries at most."""
    if links.site is None:
        return Place()
    first = path.strip("/").partition("/")[0]
    homes = {links.root_path, f"{links.root_path}{first}/"} - {"/"}
    found = district_places(root_page__url_path__in=homes)
    return found[0] if found else city_place(root_page__url_path=links.root_path)


def home_place(where: str, *, links: Links) -> tuple[Place, list[Place]]:
    """The place whose home page stands at ``/where``, and the districts that it speaks for: itself, or its city's.

    ``where`` is empty on a district's own host and for the city, else a district's slug. Raises ``Http404`` where no
    home page stands.
    """
    place = place_of_path(f"/{where}", links=links)
    home = place.home_path or place.city_path
    if not home or links.to(home) != f"/{where}":
        raise Http404
    if place.district_id is not None:
        return place, [place]
    return place, district_places(city=place.city_id, root_page__live=True)


def _place(values: Iterable[Any]) -> Place:
    plain: list[Any] = [value if value is not None else "" for value in values]
    return Place(*plain)
