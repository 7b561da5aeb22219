"""Reports as querysets: who sees which, who fills and who accepts, and what is rolled up."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q

from plugins.api import City, District, Role, Unit, districts_of, units_of

from .enums import Level, ReportState

if TYPE_CHECKING:
    from .models import Report

#: Who fills the report of a unit.
UNIT_ROLES = frozenset({Role.REQUEST_OFFICER, Role.EDITOR})
#: States in which a report counts in the report above it.
FINAL = (ReportState.ACCEPTED, ReportState.PUBLISHED)


def units_filled_by(user: Any, roles: Collection[str] = UNIT_ROLES) -> models.QuerySet[Unit]:
    """Units whose reports the person fills: their own, and those that were merged into these."""
    own = units_of(user, roles).values("pk")
    return Unit.objects.filter(Q(pk__in=own) | Q(merged_into__in=own))


class CityPublicationQuerySet(models.QuerySet):
    """What cities have published of their reports."""

    def public(self) -> Self:
        """Those that readers see."""
        return self.filter(is_public=True)


class ReportQuerySet(models.QuerySet):
    """Annual reports."""

    def of(self, owner: City | District | Unit) -> Self:
        """Those of a unit, of a district itself, or of a city itself."""
        if isinstance(owner, Unit):
            return self.filter(level=Level.UNIT, unit=owner)
        if isinstance(owner, District):
            return self.filter(level=Level.DISTRICT, district=owner)
        return self.filter(level=Level.CITY, city=owner)

    def below(self, report: Report) -> Self:
        """Those that ``report`` rolls up: of the units of its district, or of the districts of its city."""
        same = self.filter(year=report.year)
        if report.level == Level.DISTRICT:
            return same.filter(level=Level.UNIT, district=report.district_id)
        if report.level == Level.CITY:
            return same.filter(level=Level.DISTRICT, district__city=report.city_id)
        return self.none()

    def final(self) -> Self:
        """Those that count in the report above them."""
        return self.filter(state__in=FINAL)

    def visible_to(self, user: Any) -> Self:
        """Those of the person's units; all of the person's district; all of the districts of an auditor's city."""
        districts = districts_of(user, [Role.DISCLOSURE_OFFICE, Role.CITY_AUDITOR])
        audited = districts_of(user, [Role.CITY_AUDITOR])
        return self.filter(
            Q(unit__in=units_filled_by(user).values("pk"))
            | Q(district__in=districts)
            | Q(city__in=audited.values("city"))
        )
