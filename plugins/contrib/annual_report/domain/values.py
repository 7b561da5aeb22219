"""What reports say, cell by cell, with their sums: one query for however many reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import Q

from plugins.contrib.annual_report.enums import Level
from plugins.contrib.annual_report.frozen import Frozen
from plugins.contrib.annual_report.models import AnnualReportPage, Figure, Report
from plugins.contrib.annual_report.querysets import FINAL
from plugins.contrib.annual_report.structure import Form, Key, Value, form_of, summed

#: Level, key of the unit, district or city, and year.
Owner = tuple[str, int | None, int]


def form_in(report: Report) -> Form:
    """The form that the report has."""
    return form_of(report.form)


def figures_of(report: Report) -> dict[Key, Figure]:
    """The cells that have been counted or filled, by where they stand."""
    return {figure.key: figure for figure in report.figures.select_related("by")}


def values_of(report: Report) -> dict[Key, Value]:
    """Every cell of the report's form, sums included; cells that nobody filled are blank."""
    return values_by_report([report])[report.pk]


def values_by_report(reports: Iterable[Report]) -> Mapping[int, dict[Key, Value]]:
    """Key of a report → its cells; one query."""
    found = list(reports)
    given: dict[int, dict[Key, Value]] = defaultdict(dict)
    for figure in Figure.objects.filter(report__in=[one.pk for one in found]).order_by():
        given[figure.report_id][figure.key] = figure.value
    return {one.pk: complete(form_in(one), given[one.pk]) for one in found}


def complete(form: Form, values: Mapping[Key, Value]) -> dict[Key, Value]:
    """Every cell of ``form``: what is given, blanks, and the sums."""
    return summed(form, {key: values.get(key) for key in form.cells()})


def said_before(report: Report) -> Frozen | None:
    """What the same owner reported on the year before, see :func:`said_before_by_report`."""
    return said_before_by_report([report]).get(report.pk)


def said_before_by_report(reports: Iterable[Report]) -> Mapping[int, Frozen]:
    """Key of a report → last year's figures: those of the public page, else of an accepted report; three queries.

    What is still being filled in says nothing yet.
    """
    wanted = {_owner(one, one.year - 1): one.pk for one in reports}
    before = {_owner(one, one.year): one for one in Report.objects.filter(_owned(wanted))}
    keys = {before[owner].pk: key for owner, key in wanted.items() if owner in before}
    pages = AnnualReportPage.objects.filter(report__in=list(keys), live=True).order_by("pk")
    public = {keys[page.report_id]: page.frozen for page in pages if page.report_id is not None}
    accepted = [one for one in before.values() if one.state in FINAL and keys.get(one.pk, 0) not in public]
    values = values_by_report(accepted)
    return {**{keys[one.pk]: Frozen(form_in(one), values[one.pk]) for one in accepted if one.pk in keys}, **public}


def _owner(report: Report, year: int) -> Owner:
    return report.level, report.unit_id or report.district_id or report.city_id, year


def _owned(owners: Iterable[Owner]) -> Q:
    """Reports of exactly these owners and years, and perhaps of other years that are asked for as well."""
    found = list(owners)
    asked = Q(pk=None)
    for level, column in ((Level.UNIT, "unit"), (Level.DISTRICT, "district"), (Level.CITY, "city")):
        keys = [key for own, key, _year in found if own == level]
        asked |= Q(**{"level": level, f"{column}__in": keys})
    return asked & Q(year__in={year for _level, _key, year in found})
