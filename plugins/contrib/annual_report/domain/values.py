"""What reports say, cell by cell, with their sums: one query for however many reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from plugins.contrib.annual_report.models import Figure, Report
from plugins.contrib.annual_report.structure import Form, Key, Value, form_of, summed


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


def report_before(report: Report) -> Report | None:
    """The report of the same owner on the year before."""
    return Report.objects.of(report.owner).filter(year=report.year - 1).first()
