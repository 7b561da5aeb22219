"""Accepted reports make the report above them, in as many queries however many they are."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cms.people.enums import Role
from plugins.contrib.annual_report.domain.absence import absent_below
from plugins.contrib.annual_report.domain.beginning import begin_report
from plugins.contrib.annual_report.domain.checking import findings_of
from plugins.contrib.annual_report.domain.counting import count_report
from plugins.contrib.annual_report.domain.filling import Entry, fill_report
from plugins.contrib.annual_report.domain.moving import move_report
from plugins.contrib.annual_report.domain.overview import overview_of
from plugins.contrib.annual_report.domain.people import people_of, roles_at
from plugins.contrib.annual_report.domain.sources import leaves
from plugins.contrib.annual_report.domain.staleness import no_longer_accepted
from plugins.contrib.annual_report.domain.values import figures_of, values_of
from plugins.contrib.annual_report.enums import Act
from plugins.contrib.annual_report.exceptions import ReportIncomplete, ReportRefused
from plugins.contrib.annual_report.models import Figure, Report
from plugins.contrib.annual_report.structure import NOT_APPLICABLE, form_of
from plugins.contrib.annual_report.transitions import Side
from plugins.domain.switching import enable
from tests.factories.cases import make_case
from tests.factories.tenancy import make_district, make_unit

from .conftest import TODAY, YEAR

UNITS, DISTRICTS = 40, 9
ROWS = ("new", "carried_in", "granted", "partly", "refused_secret", "carried_out")
NEW = ("requests", "new", "natural")
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


def fill_blanks(report, user):
    blank = {key: Entry(Decimal(0)) for key in leaves(form_of("2021")) if key not in figures_of(report)}
    fill_report(report=report, entries=blank, user=user)


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


def test_overview_of_a_city_says_which_units_its_districts_lack(city, district):
    there, absent = make_unit(district), make_unit(district, name="区档案局")
    make_accepted([there])
    begin_report(owner=district, year=YEAR, today=TODAY)
    [row] = overview_of(city, year=YEAR, today=TODAY).rows
    assert (absent.name in row.findings.absent[0], there.name in row.findings.absent[0]) == (True, False)
    make_accepted([absent])
    [row] = overview_of(city, year=YEAR, today=TODAY).rows
    assert row.findings.absent == []


def test_overview_of_nine_districts_takes_as_many_queries_as_of_two(city, district, own):
    def add(number):
        for _number in range(number):
            other = make_district(city=city)
            make_accepted([make_unit(other)])
            begin_report(owner=other, year=YEAR, today=TODAY)

    add(1)
    few = queries_of(lambda: overview_of(city, year=YEAR, today=TODAY))
    add(DISTRICTS - 2)
    assert queries_of(lambda: overview_of(city, year=YEAR, today=TODAY)) == few


def test_reports_that_are_not_accepted_are_missing_and_do_not_count(district, own):
    first, second, third = (make_unit(district) for _number in range(3))
    make_accepted([first, second])
    Report.objects.of(second).update(state="submitted", accepted_on=None)
    count_report(report=own, user=None)
    assert values_of(own)["requests", "new", "natural"] == 1
    overview = overview_of(district, year=YEAR, today=TODAY)
    assert [(row.owner, row.report is None) for row in overview.missing] == [(second, False), (third, True)]


def test_units_that_were_there_in_the_year_report(district):
    kept, end = make_unit(district), TODAY.replace(year=YEAR)
    closed, merged = make_unit(district, active_to=end), make_unit(district, active_to=end, merged_into=kept)
    make_unit(district, active_to=TODAY.replace(year=YEAR - 1))
    make_unit(district, active_from=TODAY)
    assert {row.owner for row in overview_of(district, year=YEAR, today=TODAY).rows} == {kept, closed, merged}


def test_unit_that_ended_is_named_with_its_day_and_counts_once_it_is_accepted(district, own):
    closed = make_unit(district, active_to=TODAY.replace(year=YEAR))
    assert f"{closed.name}（2025-01-20 止）" in absent_below(own)[0]
    make_accepted([closed])
    count_report(report=own, user=None)
    assert not absent_below(own)
    assert values_of(own)[NEW] == 1


def test_report_of_a_merged_unit_is_filled_where_it_went(district, officer, unit):
    merged = begin_report(
        owner=make_unit(district, active_to=TODAY.replace(year=YEAR), merged_into=unit), year=YEAR, today=TODAY
    )
    other = begin_report(owner=make_unit(district), year=YEAR, today=TODAY)
    assert set(Report.objects.visible_to(officer)) == {merged}
    assert roles_at(merged, officer) == {Role.REQUEST_OFFICER}
    assert not roles_at(other, officer)
    assert people_of(merged, Side.WRITER) == [officer]


@pytest.fixture
def unassigned(district):
    """A case that came as “not sure” and is with the disclosure office, and one of the year before."""
    enable("requests", district=district, user=None)
    for received in (TODAY.replace(year=YEAR), TODAY.replace(year=YEAR - 2)):
        make_case(district, received_on=received)


def test_cases_of_no_unit_are_in_the_district(district, own, unassigned):
    make_accepted([make_unit(district)])
    count_report(report=own, user=None)
    values, figure = values_of(own), figures_of(own)[NEW]
    assert {values[NEW], values["requests", "carried_in", "natural"]} == {Decimal(2)}
    assert (figure.counted, figure.source) == (Decimal(2), "依申请公开申请件")
    assert "rolled-up" not in {one.code for one in findings_of(own).failures}


def test_figure_of_the_district_opens_the_cases_of_no_unit(client, office, own, unassigned):
    count_report(report=own, user=None)
    client.force_login(office)
    (rest,) = client.get(reverse("annual-report-admin:figure", args=[own.pk, *NEW])).context["rest"]
    assert (rest["number"], client.get(rest["address"]).context["total"]) == (1, 1)


def test_roll_up_that_is_out_of_date_names_reports_and_what_no_unit_holds(district, own, unassigned):
    make_accepted([make_unit(district)])
    count_report(report=own, user=None)
    make_case(district, received_on=TODAY.replace(year=YEAR))
    stale = [one for one in findings_of(own).failures if one.code == "rolled-up" and one.cell == NEW]
    assert [(one.expected, one.found) for one in stale] == [(Decimal(3), Decimal(2))]
    assert "已通过的报告在该格合计为1，另有2" in stale[0].sentence


def test_report_that_is_returned_makes_the_roll_up_stale_though_the_sum_is_the_same(district, own, office):
    (report,) = make_accepted([make_unit(district)])
    Figure.objects.filter(report=report, entered_as="number").update(entered=0)
    count_report(report=own, user=office)
    fill_blanks(own, office)
    assert findings_of(own).stopping == []
    move_report(report=report, act=Act.RETURN, user=office, today=TODAY, reason="请核对")
    told = [one for one in findings_of(own).stopping if str(report) in one]
    assert len(told) == 1
    with pytest.raises(ReportIncomplete):
        move_report(report=own, act=Act.SUBMIT, user=office, today=TODAY, reason="已说明")


def test_roll_up_counted_again_is_no_longer_stale(district, own, office):
    first, second = make_accepted([make_unit(district) for _number in range(2)])
    count_report(report=own, user=office)
    move_report(report=second, act=Act.RETURN, user=office, today=TODAY, reason="请核对")
    assert len(list(no_longer_accepted(own))) == 1
    count_report(report=own, user=office)
    assert not list(no_longer_accepted(own))
    assert values_of(own)[NEW] == 1
    assert list(own.rolled_up.all()) == [first]


def test_sum_that_no_cell_holds_is_refused_with_its_cell(district, own, office):
    reports = make_accepted([make_unit(district) for _number in range(2)])
    Figure.objects.filter(report__in=reports, row="new", column="natural").update(entered=999_999_999_999)
    with pytest.raises(ReportRefused, match=r"自然人.*1999999999998"):
        count_report(report=own, user=office)
    assert figures_of(own) == {}


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
    fill_blanks(own, office)
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
