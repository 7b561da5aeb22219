"""Owners whose report is not in the sum of the report above them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plugins.api import District, Unit
from plugins.contrib.annual_report.enums import Level
from plugins.contrib.annual_report.models import Report
from plugins.contrib.annual_report.querysets import ReportQuerySet

from .beginning import units_of_year

NAMED = 12


def absent_below(report: Report) -> list[str]:
    """One sentence that names the units, or the districts, without an accepted report; none where all are there."""
    return absent_by_report([report])[report.pk]


def absent_by_report(reports: Iterable[Report]) -> Mapping[int, list[str]]:
    """The same of many reports, by their keys; two queries for each level and year among them."""
    found, names = list(reports), defaultdict(list)
    by_level: dict[tuple[str, int], list[Report]] = defaultdict(list)
    for one in found:
        by_level[one.level, one.year].append(one)
    for (level, year), alike in by_level.items():
        for key, name in _ABSENT[level](alike, year):
            names[key].append(name)
    return {one.pk: [_sentence(names[one.pk])] if names[one.pk] else [] for one in found}


def _units(reports: list[Report], year: int) -> Iterator[tuple[int, str]]:
    """Keys of reports of districts, and the units that are absent in them."""
    keys = {one.district_id: one.pk for one in reports}
    there = set(_final(Level.UNIT, year).filter(district__in=keys).values_list("unit", flat=True))
    for unit in units_of_year(year).filter(district__in=keys):
        if unit.pk not in there:
            yield keys[unit.district_id], _name(unit, year)


def _districts(reports: list[Report], year: int) -> Iterator[tuple[int, str]]:
    """Keys of reports of cities, and the districts that are absent in them."""
    keys = {one.city_id: one.pk for one in reports}
    there = set(_final(Level.DISTRICT, year).filter(district__city__in=keys).values_list("district", flat=True))
    for district in District.objects.filter(city__in=keys):
        if district.pk not in there:
            yield keys[district.city_id], district.name


def _nobody(reports: list[Report], year: int) -> Iterator[tuple[int, str]]:
    """Nothing is below a unit."""
    return iter(())


_ABSENT: Mapping[str, Callable[[list[Report], int], Iterator[tuple[int, str]]]] = {
    Level.UNIT: _nobody,
    Level.DISTRICT: _units,
    Level.CITY: _districts,
}


def _final(level: Level, year: int) -> ReportQuerySet:
    reports: ReportQuerySet = Report.objects.final().filter(level=level, year=year)
    return reports


def _name(unit: Unit, year: int) -> str:
    """With the day on which a unit ended, from which it may have nobody who reports."""
    if unit.active_to is None or unit.active_to >= dt.date(year, 12, 31):
        return unit.name
    return _("%(unit)s (ended on %(day)s)") % {"unit": unit.name, "day": unit.active_to.isoformat()}


def _sentence(names: list[str]) -> str:
    words = {"number": len(names), "names": "、".join(names[:NAMED]) + ("…" if len(names) > NAMED else "")}
    return (
        ngettext(
            "%(number)d accepted report is missing in the sum: %(names)s.",
            "%(number)d accepted reports are missing in the sum: %(names)s.",
            len(names),
        )
        % words
    )
