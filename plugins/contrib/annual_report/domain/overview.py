"""How far the reports of a year are: every unit of a district, or every district of a city. Constant queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plugins.api import City, District, Unit
from plugins.contrib.annual_report.enums import Level, ReportingStep, ReportState
from plugins.contrib.annual_report.models import Report, ReportingDay
from plugins.contrib.annual_report.querysets import FINAL

from .beginning import units_reporting
from .checking import Findings, findings_by_report


@dataclass(frozen=True, slots=True)
class Standing:
    """One owner and its report, if it is begun; ``due`` is the last day on which it is submitted in time."""

    owner: Unit | District | City
    report: Report | None
    findings: Findings
    due: dt.date | None
    today: dt.date

    @property
    def is_final(self) -> bool:
        return self.report is not None and self.report.state in FINAL

    @property
    def is_late(self) -> bool:
        """Not submitted although the day has passed, or submitted after it."""
        if self.due is None:
            return False
        submitted = self.report.submitted_on if self.report and self.report.state not in _UNFINISHED else None
        return (submitted or self.today) > self.due


_UNFINISHED = (ReportState.DRAFT, ReportState.RETURNED)


@dataclass(frozen=True, slots=True)
class Overview:
    """The report of a district or city, and those below it. ``missing`` are owners whose report does not count yet."""

    place: District | City
    year: int
    own: Standing
    rows: Sequence[Standing]

    @property
    def missing(self) -> list[Standing]:
        return [row for row in self.rows if not row.is_final]

    def number_of(self, state: str) -> int:
        """How many are in ``state``; ``""``: not begun."""
        return sum((row.report.state if row.report else "") == state for row in self.rows)

    @property
    def states(self) -> list[tuple[ReportState, int]]:
        return [(state, self.number_of(state)) for state in ReportState]


def overview_of(place: District | City, *, year: int, today: dt.date) -> Overview:
    """Units in the order of the register, districts likewise; a constant number of queries, however many there are."""
    is_city = isinstance(place, City)
    owners: list[Unit | District] = (
        list(District.objects.filter(city=place)) if is_city else list(units_reporting(place, year=year))
    )
    own_level, level = (Level.CITY, Level.DISTRICT) if is_city else (Level.DISTRICT, Level.UNIT)
    own = Report.objects.of(place).filter(year=year).select_related("district", "city").first()
    below = Report.objects.filter(year=year, level=level)
    mine = below.filter(district__in=owners) if is_city else below.filter(district=place)
    reports = list(mine.select_related("unit", "district"))
    findings = findings_by_report([*reports, *([own] if own else [])])
    due = days_due(year)
    by_owner = {one.district_id if is_city else one.unit_id: one for one in reports}
    rows = [_standing(owner, by_owner.get(owner.pk), findings, due.get(level), today) for owner in owners]
    return Overview(place, year, _standing(place, own, findings, due.get(own_level), today), rows)


def standings_of(units: Sequence[Unit], *, year: int, today: dt.date) -> list[Standing]:
    """How far the reports of ``units`` are, wherever they belong."""
    reports = list(Report.objects.filter(year=year, unit__in=units).select_related("unit", "district"))
    findings, due = findings_by_report(reports), days_due(year).get(Level.UNIT)
    by_unit = {one.unit_id: one for one in reports}
    return [_standing(unit, by_unit.get(unit.pk), findings, due, today) for unit in units]


def days_due(year: int) -> Mapping[str, dt.date]:
    """Step → the day on which it is due for the report of ``year``; a row of that year goes first."""
    rows: Iterable[ReportingDay] = ReportingDay.objects.filter(year__isnull=True) | ReportingDay.objects.filter(
        year=year
    )
    ordered = sorted(rows, key=lambda one: one.year is not None)
    return {ReportingStep(one.step).value: one.due_of(year) for one in ordered}


def _standing(
    owner: Unit | District | City,
    report: Report | None,
    findings: Mapping[int, Findings],
    due: dt.date | None,
    today: dt.date,
) -> Standing:
    return Standing(owner, report, findings[report.pk] if report else Findings(), due, today)
