"""Whose catalogues somebody looks at, and whose they look after."""

from __future__ import annotations

from django.db.models import Q

from plugins.api import AdminScreen, City, District, Role, districts_of
from plugins.contrib.item_catalogue.models import Catalogue
from plugins.contrib.item_catalogue.querysets import CatalogueQuerySet

ROLES = frozenset({Role.DISCLOSURE_OFFICE, Role.CITY_AUDITOR})


def owners_of(screen: AdminScreen) -> list[City | District]:
    """Whose catalogues the person imports and publishes: an auditor those of the city, an office its district's."""
    here = {district.pk for district in screen.districts}
    audited = districts_of(screen.request.user, [Role.CITY_AUDITOR]).filter(pk__in=here)
    cities = City.objects.filter(pk__in=audited.values("city"))
    own = districts_of(screen.request.user, [Role.DISCLOSURE_OFFICE]).filter(pk__in=here)
    return [*cities.order_by("pk"), *own.order_by("pk")]


def seen_by(screen: AdminScreen) -> CatalogueQuerySet:
    """The catalogues of the districts in which the person works, and those of their cities, which they adopt."""
    cities = {district.city_id for district in screen.districts}
    return Catalogue.objects.filter(Q(district__in=screen.districts) | Q(city__in=cities))


def looked_after_by(screen: AdminScreen) -> CatalogueQuerySet:
    """The catalogues that the person may publish."""
    owners = owners_of(screen)
    cities = [owner for owner in owners if isinstance(owner, City)]
    districts = [owner for owner in owners if isinstance(owner, District)]
    return Catalogue.objects.filter(Q(district__in=districts) | Q(city__in=cities))
