"""What no report and no figure can be, whoever writes it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from plugins.contrib.annual_report.domain.beginning import begin_report, owner_columns
from plugins.contrib.annual_report.enums import CountedAs, EnteredAs
from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.models import Figure, Report, ReportingDay
from plugins.contrib.annual_report.structure import NOT_APPLICABLE

from .conftest import TODAY, YEAR

AT = dt.datetime(2026, 1, 20, tzinfo=dt.UTC)
FIGURE = {"table": "requests", "row": "new", "column": "natural"}
NUMBER, NONE = EnteredAs.NUMBER, EnteredAs.NONE


@pytest.mark.parametrize(
    "wrong",
    [
        {"counted_as": CountedAs.NUMBER},
        {"counted": Decimal(3)},
        {"counted_as": CountedAs.UNAVAILABLE, "counted": Decimal(0)},
        {"entered_as": NUMBER, "at": AT},
        {"entered": Decimal(0)},
        {"entered_as": NONE, "entered": Decimal(0), "at": AT},
        {"entered_as": NONE},
    ],
)
def test_figure_that_says_two_things_is_refused(report, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Figure.objects.create(report=report, **FIGURE, **wrong)


def test_cell_stands_once_in_a_report(report):
    Figure.objects.create(report=report, **FIGURE)
    with pytest.raises(IntegrityError), transaction.atomic():
        Figure.objects.create(report=report, **FIGURE)


def test_blank_slash_and_zero_are_three_things(report):
    kinds = {
        "granted": {},
        "partly": {"entered_as": NONE, "at": AT},
        "new": {"entered_as": NUMBER, "entered": 0, "at": AT},
    }
    for row, given in kinds.items():
        Figure.objects.create(report=report, table="requests", row=row, column="natural", **given)
    values = {figure.row: figure.value for figure in report.figures.all()}
    assert values == {"granted": None, "partly": NOT_APPLICABLE, "new": Decimal(0)}


def test_report_belongs_to_one_owner(report, city):
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.filter(pk=report.pk).update(city=city)


@pytest.mark.parametrize("level", ["unit", "district", "city"])
def test_place_has_one_report_a_year_whoever_writes_it(unit, district, city, level):
    columns = owner_columns({"unit": unit, "district": district, "city": city}[level])
    Report.objects.create(year=YEAR, form="2021", **columns)
    Report.objects.create(year=YEAR - 1, form="2021", **columns)
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.create(year=YEAR, form="2021", **columns)


def test_report_is_returned_with_a_reason(report):
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.filter(pk=report.pk).update(state="returned")


def test_report_is_begun_once_a_year(report, unit):
    again = begin_report(owner=unit, year=YEAR, today=TODAY)
    assert (again, Report.objects.count()) == (report, 1)


@pytest.mark.parametrize(("year", "form"), [(2019, "2019"), (2020, "2019"), (2021, "2021"), (2025, "2021")])
def test_form_is_the_one_of_the_year(unit, year, form):
    assert begin_report(owner=unit, year=year, today=TODAY).form == form


@pytest.mark.parametrize("year", [2018, 2027])
def test_year_without_form_or_to_come_is_refused(unit, year):
    with pytest.raises(ReportRefused, match=str(year)):
        begin_report(owner=unit, year=year, today=TODAY)


def test_reporting_days_are_data(db):
    days = {one.step: one.due_of(YEAR) for one in ReportingDay.objects.filter(year=None)}
    spring = dt.date(2026, 3, 31)
    assert days == {"unit": dt.date(2026, 1, 31), "district": spring, "city": spring}


def test_day_that_no_year_has_is_refused():
    with pytest.raises(ValidationError, match="没有这一天"):
        ReportingDay(step="unit", month=4, day=31).clean()
