"""Whose report on which year a step is about."""

from __future__ import annotations

from argparse import ArgumentParser

from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api import City, District, Refused, Unit, place_called
from plugins.contrib.annual_report.domain.beginning import last_year
from plugins.contrib.annual_report.models import Report


def add_place(parser: ArgumentParser) -> None:
    """The options ``--year``, and ``--city`` or ``--district`` with ``--unit``."""
    parser.add_argument("--year", type=int, metavar="YEAR", help="by default the year that has ended last")
    owner = parser.add_mutually_exclusive_group(required=True)
    owner.add_argument("--city", metavar="SLUG", help="the report of this city")
    owner.add_argument("--district", metavar="SLUG", help="the report of this district")
    parser.add_argument("--unit", metavar="CODE", default="", help="that of this unit of the district")


def year_asked(year: int | None) -> int:
    """The year, or the one that has ended last."""
    return last_year(today=timezone.localdate()) if year is None else year


def place_asked(*, city: str | None, district: str | None) -> City | District:
    """The city or district; raises :class:`Refused` and names those that there are."""
    return place_called(City, city or "") if district is None else place_called(District, district)


def owner_asked(*, city: str | None, district: str | None, unit: str) -> City | District | Unit:
    """Whose report it is; raises :class:`Refused` and names those that there are."""
    place = place_asked(city=city, district=district)
    if not unit:
        return place
    units = Unit.objects.filter(district=place) if isinstance(place, District) else Unit.objects.none()
    found = units.filter(code=unit).first()
    if found is None:
        known = ", ".join(units.values_list("code", flat=True)) or "–"
        raise Refused(_("No unit has the code “%(code)s”. There are: %(known)s") % {"code": unit, "known": known})
    return found


def report_asked(*, city: str | None, district: str | None, unit: str, year: int | None) -> Report:
    """The report; raises :class:`Refused` when it is not begun."""
    owner, year = owner_asked(city=city, district=district, unit=unit), year_asked(year)
    found = Report.objects.of(owner).filter(year=year).select_related("unit", "district__city", "city").first()
    if found is None:
        words = {"owner": owner, "year": year}
        raise Refused(_("%(owner)s has not begun its report on %(year)d: manage.py reports count begins it.") % words)
    return found
