"""Accepted reports make the report above them, in as many queries however many they are."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from plugins.contrib.annual_report.domain.beginning import begin_report
from plugins.contrib.annual_report.domain.checking import findings_of
from plugins.contrib.annual_report.domain.counting import count_report
from plugins.contrib.annual_report.domain.filling import Entry, fill_report
from plugins.contrib.annual_report.domain.moving import move_report
from plugins.contrib.annual_report.domain.overview import overview_of
from plugins.contrib.annual_report.domain.sources import leaves
from plugins.contrib.annual_report.domain.values import figures_of, values_of
from plugins.contrib.annual_report.enums import Act
from plugins.contrib.annual_report.exceptions import ReportIncomplete, ReportRefused
from plugins.contrib.annual_report.models import Figure, Report
from plugins.contrib.annual_report.structure import NOT_APPLICABLE, form_of
from tests.factories.tenancy import make_district, make_unit

from .conftest import TODAY, YEAR

UNITS, DISTRICTS = 40, 9
ROWS = ("new", "carried_in", "granted", "partly", "refused_secret", "carried_out")
PERMITS = ("permits", "permits", "decisions")


def make_accepted(owners, *, year=YEAR):
    """A report of each owner: in each row of part three as many as its place in the list; permits are “/” of all."""
    reports = [begin_report(owner=owner, year=year, today=TODAY) for owner in owners]
    Report.objects.filter(pk__in=[one.pk for one in reports]).update(
        state="accepted", submitted_on=TODAY, accepted_on=TODAY
    )
    at = timezone.now()
    Figure.objects.bulk_create(
        Figure(report=one, table="requests", row=row, column=column, entered_as="number", entered=place, at=at)
        for place, one in enumerate(reports, start=1)
        for row in ROWS
        for column in ("natural", "company")
    )
    Figure.objects.bulk_create(
        Figure(report=one, table="permits", row="permits", column="decisions", entered_as="none", at=at)
        for one in reports
    )
    return reports


def queries_of(act):
    with CaptureQueriesContext(
        connection,
    ) as found:
        act()
    return len(found)


@pytest.fixture
def own(district):
    return begin_report(owner=district, year=YEAR, today=TODAY)


def test_forty_units_make_the_district(district, own):
    make_accepted([make_unit(district) for _number in range(UNITS)])
    count_report(report=own, user=None)
    values = values_of(own)
    expected = UNITS * (UNITS + 1) // 2
    assert [values["requests", row, "natural"] for row in ROWS] == [expected] * len(ROWS)
    assert values["requests", "new", "total"] == expected * 2
    assert values["requests", "total", "natural"] == expected * 3
    assert values[PERMITS] is NOT_APPLICABLE
    assert values["fees", "fees", "amount"] is None


def test_nine_districts_make_the_city(city, district):
    districts = [district, *(make_district(city=city) for _number in range(DISTRICTS - 1))]
    make_accepted(districts)
    whole = begin_report(owner=city, year=YEAR, today=TODAY)
    count_report(report=whole, user=None)
    assert values_of(whole)["requests", "new", "natural"] == 45


def test_roll_up_of_forty_units_takes_as_many_queries_as_of_three(district, own):
    make_accepted([make_unit(district) for _number in range(3)])
    few = queries_of(lambda: count_report(report=own, user=None))
    make_accepted([make_unit(district) for _number in range(UNITS - 3)])
    assert queries_of(lambda: count_report(report=own, user=None)) == few


def test_overview_of_forty_units_takes_as_many_queries_as_of_three(district, own):
    make_accepted([make_unit(district) for _number in range(3)])
    few = queries_of(lambda: overview_of(district, year=YEAR, today=TODAY))
    make_accepted([make_unit(district) for _number in range(UNITS - 3)])
    assert queries_of(lambda: overview_of(district, year=YEAR, today=TODAY)) == few


def test_reports_that_are_not_accepted_are_missing_and_do_not_count(district, own):
    first, second, third = (make_unit(district) for _number in range(3))
    make_accepted([first, second])
    Report.objects.of(second).update(state="submitted", accepted_on=None)
    count_report(report=own, user=None)
    assert values_of(own)["requests", "new", "natural"] == 1
    overview = overview_of(district, year=YEAR, today=TODAY)
    assert [(row.owner, row.report is None) for row in overview.missing] == [(second, False), (third, True)]


def test_unit_that_had_ended_does_not_report(district):
    make_unit(district, active_to=TODAY.replace(year=YEAR - 1))
    kept = make_unit(district)
    assert [row.owner for row in overview_of(district, year=YEAR, today=TODAY).rows] == [kept]


def test_roll_up_that_is_out_of_date_names_the_cell(district, own):
    (report,) = make_accepted([make_unit(district)])
    count_report(report=own, user=None)
    assert "rolled-up" not in {one.code for one in findings_of(own).failures}
    Figure.objects.filter(report=report, row="new", column="natural").update(entered=7)
    stale = [
        (one.code, one.cell, one.expected, one.found) for one in findings_of(own).failures if one.code == "rolled-up"
    ]
    assert stale == [("rolled-up", ("requests", "new", "natural"), Decimal(7), Decimal(1))]


def test_screens_of_forty_units_take_as_many_queries_as_of_three(client, office, district, own):
    client.force_login(office)
    make_accepted([make_unit(district) for _number in range(3)])
    count_report(report=own, user=office)
    addresses = [
        reverse("annual-report-admin:report", args=[own.pk]),
        f"{reverse('annual-report-admin:reports')}?year={YEAR}",
    ]
    few = [queries_of(lambda address=address: client.get(address)) for address in addresses * 2][2:]
    make_accepted([make_unit(district) for _number in range(UNITS - 3)])
    count_report(report=own, user=office)
    assert [queries_of(lambda address=address: client.get(address)) for address in addresses] == few


def test_report_below_that_changed_stands_against_accepting(district, own, office, auditor):
    (report,) = make_accepted([make_unit(district)])
    count_report(report=own, user=office)
    Report.objects.filter(pk=own.pk).update(state="submitted", submitted_on=TODAY)
    Figure.objects.filter(report=report, row="new", column="natural").update(entered=7)
    with pytest.raises(ReportIncomplete):
        move_report(report=own, act=Act.ACCEPT, user=auditor, today=TODAY)


def test_district_without_all_units_is_submitted_with_a_reason(district, own, office):
    first, second = (make_unit(district) for _number in range(2))
    make_accepted([first])
    count_report(report=own, user=office)
    blank = {key: Entry(Decimal(0)) for key in leaves(form_of("2021")) if key not in figures_of(own)}
    fill_report(report=own, entries=blank, user=office)
    Figure.objects.filter(report=own).update(entered=0, entered_as="number", at=timezone.now(), reason="核对")
    assert (findings_of(own).stopping, len(findings_of(own).passable)) == ([], 1)
    with pytest.raises(ReportIncomplete, match=second.name):
        move_report(report=own, act=Act.SUBMIT, user=office, today=TODAY)
    done = move_report(report=own, act=Act.SUBMIT, user=office, today=TODAY, reason="该单位已停办")
    assert (done.state, done.explanation) == ("submitted", "该单位已停办")


def test_year_that_has_not_ended_is_not_submitted(own, office):
    with pytest.raises(ReportRefused, match="2025"):
        move_report(report=own, act=Act.SUBMIT, user=office, today=TODAY.replace(year=YEAR))


def test_figure_of_the_district_may_depart_with_a_reason(district, own, office):
    make_accepted([make_unit(district)])
    count_report(report=own, user=office)
    key = ("requests", "new", "natural")
    fill_report(report=own, entries={key: Entry(Decimal(2), "另有一件由区政府直接办理")}, user=office)
    figure = figures_of(own)[key]
    assert (figure.counted, figure.entered, figure.is_override) == (Decimal(1), Decimal(2), True)
