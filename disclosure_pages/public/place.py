"""Which government a public page speaks for: the district, or the city on its own pages."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from cms.tenancy.models import City, District, Unit

from .links import Links


@dataclass(frozen=True)
class Place:
    """A city and perhaps one of its districts; both are ``None`` only on an installation without any."""

    city: City | None = None
    district: District | None = None

    @property
    def organisation(self) -> str:
        """Who answers for the page, as the footer names it."""
        if self.district is not None:
            return self.district.government_name or self.district.name
        return self.city.name if self.city else str(settings.WAGTAIL_SITE_NAME)

    @property
    def site_name(self) -> str:
        """What the site calls itself in its header, its titles and its ``SiteName``."""
        where = self.district or self.city
        if where is None:
            return str(settings.WAGTAIL_SITE_NAME)
        return _("%(place)s Government Information Disclosure") % {"place": where.name}

    @property
    def home_path(self) -> str:
        """``url_path`` of the place's home page, empty when it has none."""
        home = getattr(self.district or self.city, "root_page", None)
        return str(home.url_path) if home is not None else ""


def districts_with_place() -> QuerySet[District]:
    """Districts with all that a :class:`Place` shows, in one query."""
    return District.objects.select_related("city__root_page", "root_page")


def units_with_place() -> QuerySet[Unit]:
    """Units with all that the :class:`Place` of their district shows, in one query."""
    return Unit.objects.select_related("district__city", "district__root_page")


def place_of_district(district: District) -> Place:
    """The place that a district is; fetch it by :func:`districts_with_place`."""
    return Place(city=district.city, district=district)


def place_of_path(path: str, *, links: Links) -> Place:
    """The place that a requested path points into, for answers that have no page: two queries at most."""
    if links.site is None:
        return Place()
    root = links.site.root_page
    districts = districts_with_place()
    district = districts.filter(root_page=root).first()
    if district is None:
        first = path.strip("/").partition("/")[0]
        district = districts.filter(root_page__url_path=f"{links.root_path}{first}/").first() if first else None
    if district is not None:
        return place_of_district(district)
    return Place(city=City.objects.select_related("root_page").filter(root_page=root).first())
