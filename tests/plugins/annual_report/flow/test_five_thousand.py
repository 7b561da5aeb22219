"""5,000 generated cases: part three and four of the report equal an independent count by plain SQL, and carry over."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from disclosure_pages.documents.models import LegalRecord
from plugins.api import FigureScope
from plugins.contrib.annual_report.counting import count_documents
from plugins.contrib.annual_report.domain.beginning import begin_report, units_reporting
from plugins.contrib.annual_report.domain.checking import failures_in
from plugins.contrib.annual_report.domain.counting import count_report
from plugins.contrib.annual_report.domain.values import values_of
from plugins.contrib.annual_report.models import Report
from plugins.contrib.requests.enums import ApplicantKind, EventKind, Outcome, RemedyKind, RemedyResult
from plugins.contrib.requests.models import Case, CaseEvent, Remedy
from plugins.domain.switching import enable
from tests.factories.tenancy import make_unit

from .conftest import TODAY
from .test_counting import make_record

CASES, UNITS, YEARS = 5_000, 4, (2023, 2024, 2025)
FIRST = dt.date(2022, 1, 1)
SINCE = "c.received_on IS NOT NULL"
OPEN_AT = "(c.concluded_on IS NULL OR c.concluded_on > %s)"
CASE, EVENT = Case._meta.db_table, CaseEvent._meta.db_table
#: Each case with the first assignment after a day; who held it on the day, which is nobody while the office did.
FIRST_LATER = f"SELECT MIN(id) FROM {EVENT} WHERE case_id = c.id AND kind = 'assigned' AND day > %s"  # noqa: S608
HELD = f"{CASE} c LEFT JOIN {EVENT} e ON e.id = ({FIRST_LATER})"
HOLDER = "CASE WHEN e.id IS NULL THEN c.unit_id ELSE e.unit_before_id END"


def make_cases(units: list[Any], number: int) -> list[Case]:
    """Received from 2022 to 2026, concluded within a year or not at all, some without a day of receipt or a unit."""
    chance, rows = random.Random(7), []
    for serial in range(number):
        received = FIRST + dt.timedelta(days=chance.randrange(1800))
        concluded = received + dt.timedelta(days=chance.randrange(400)) if chance.random() < 0.85 else None
        is_settled = chance.random() < 0.98
        given = (
            {"concluded_on": concluded, "outcome": chance.choice(Outcome.values)} if concluded and is_settled else {}
        )
        unit = chance.choice(units) if chance.random() < 0.97 else None
        rows.append(
            Case(
                district=units[0].district,
                unit=unit,
                tracking_digest=f"{serial:064}",
                submitted_at=dt.datetime(2022, 1, 1, tzinfo=dt.UTC),
                received_on=received if is_settled else None,
                applicant_kind=chance.choice(ApplicantKind.values),
                title="样例",
                **given,
            )
        )
    return Case.objects.bulk_create(rows, batch_size=500)


def hand_on(cases: list[Case], units: list[Any]) -> None:
    """A fifth of the cases went from one unit, or from the office, to another one or two."""
    chance, rows = random.Random(9), []
    for case in chance.sample(cases, len(cases) // 5):
        for _number in range(chance.randrange(1, 3)):
            before = chance.choice([*units, None])
            day = FIRST + dt.timedelta(days=chance.randrange(1800))
            rows.append(CaseEvent(case=case, kind=EventKind.ASSIGNED, day=day, state_after="", unit_before=before))
    CaseEvent.objects.bulk_create(sorted(rows, key=lambda one: one.day))


def make_remedies(cases: list[Case]) -> None:
    chance, rows = random.Random(8), []
    for case in chance.sample([one for one in cases if one.received_on], 300):
        filed = case.received_on + dt.timedelta(days=chance.randrange(300))
        ended = filed + dt.timedelta(days=chance.randrange(500)) if chance.random() < 0.7 else None
        result = chance.choice([one for one in RemedyResult.values if one != "pending"]) if ended else "pending"
        kind = chance.choice(RemedyKind.values)
        rows.append(Remedy(case=case, kind=kind, organ="甲", filed_on=filed, concluded_on=ended, result=result))
    Remedy.objects.bulk_create(rows)


def rows_of(sql: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def part_three(unit: Any, year: int) -> Iterator[tuple[tuple[str, str, str], int]]:
    """Cells with cases in them, by four statements of plain SQL."""
    first, last = f"{year}-01-01", f"{year}-12-31"
    head = f"FROM {HELD} WHERE {SINCE} AND {HOLDER} = %s"
    asked = {
        "new": ("c.received_on BETWEEN %s AND %s", first, last),
        "carried_in": (f"c.received_on < %s AND {OPEN_AT}", first, f"{year - 1}-12-31"),
        "carried_out": (f"c.received_on <= %s AND {OPEN_AT}", last, last),
    }
    for row, (where, *days) in asked.items():
        sql = f"SELECT c.applicant_kind, COUNT(*) {head} AND {where} GROUP BY c.applicant_kind"
        for kind, number in rows_of(sql, last, unit.pk, *days):
            yield ("requests", row, kind), number
    sql = f"SELECT c.outcome, c.applicant_kind, COUNT(*) {head} AND c.concluded_on BETWEEN %s AND %s"
    for outcome, kind, number in rows_of(f"{sql} GROUP BY c.outcome, c.applicant_kind", last, unit.pk, first, last):
        yield ("requests", outcome, kind), number


def part_four(unit: Any, year: int) -> Iterator[tuple[tuple[str, str, str], int]]:
    last = f"{year}-12-31"
    head = f"FROM {HELD} JOIN {Remedy._meta.db_table} r ON c.id = r.case_id WHERE {HOLDER} = %s"
    ended = f"SELECT r.kind, r.result, COUNT(*) {head} AND r.concluded_on BETWEEN %s AND %s GROUP BY r.kind, r.result"
    for kind, result, number in rows_of(ended, last, unit.pk, f"{year}-01-01", last):
        yield ("remedies", kind, result), number
    still = "r.filed_on <= %s AND (r.concluded_on IS NULL OR r.concluded_on > %s)"
    sql = f"SELECT r.kind, COUNT(*) {head} AND {still} GROUP BY r.kind"
    for kind, number in rows_of(sql, last, unit.pk, last, last):
        yield ("remedies", kind, "pending"), number


@pytest.fixture
def units(district):
    """One is closed in the second of the years: it reports on two."""
    enable("requests", district=district, user=None)
    closed = make_unit(district, active_to=dt.date(2024, 6, 30))
    return [*(make_unit(district) for _number in range(UNITS - 1)), closed]


@pytest.fixture
def counted(units, district):
    """The reports of three years of each unit that there was, counted: (unit, year) → report."""
    cases = make_cases(units, CASES)
    make_remedies(cases)
    hand_on(cases, units)
    asked = [(unit, year) for year in YEARS for unit in units_reporting(district, year=year)]
    reports = {(unit, year): begin_report(owner=unit, year=year, today=TODAY) for unit, year in asked}
    for report in reports.values():
        count_report(report=report, user=None)
    return reports


def test_report_equals_a_count_by_plain_sql(counted):
    differences = []
    for (unit, year), report in counted.items():
        values, expected = values_of(report), dict([*part_three(unit, year), *part_four(unit, year)])
        told = {key: int(value) for key, value in values.items() if key[0] in ("requests", "remedies") and value}
        leaves = {key: number for key, number in told.items() if "total" not in key}
        differences += sorted(leaves.items() ^ expected.items())
    assert (len(counted), differences) == (UNITS * len(YEARS) - 1, [])


def test_reports_of_units_add_up(counted):
    failures = [one.sentence for report in counted.values() for one in failures_in(report, values_of(report))]
    carried = [values_of(report)["requests", "carried_in", "total"] for report in counted.values()]
    assert (failures, [number for number in carried if not number]) == ([], [])


@pytest.fixture
def whole(counted, district):
    """The district's reports of the three years, rolled up from those of its units."""
    Report.objects.update(state="accepted", submitted_on=TODAY, accepted_on=TODAY)
    reports = [begin_report(owner=district, year=year, today=TODAY) for year in YEARS]
    for report in reports:
        count_report(report=report, user=None)
    Report.objects.update(state="accepted", submitted_on=TODAY, accepted_on=TODAY)
    return reports


def test_three_years_carry_over_and_add_up_in_the_district(whole):
    failures = [one.sentence for report in whole for one in failures_in(report, values_of(report))]
    carried = [values_of(report)["requests", "carried_in", "total"] for report in whole]
    assert (failures, [number for number in carried if not number]) == ([], [])


COUNT = "SELECT COUNT(*) FROM"


def test_district_has_every_case_once_whether_a_unit_held_it_or_none(whole):
    for report in whole:
        first, last = f"{report.year}-01-01", f"{report.year}-12-31"
        new, ended = (
            rows_of(f"{COUNT} {CASE} c WHERE {SINCE} AND c.{day} BETWEEN %s AND %s", first, last)[0][0]
            for day in ("received_on", "concluded_on")
        )
        (held,) = rows_of(f"{COUNT} {HELD} WHERE {SINCE} AND {HOLDER} IS NULL", last)[0]
        values = values_of(report)
        assert (values["requests", "new", "total"], values["requests", "total", "total"], held > 0) == (
            new,
            ended,
            True,
        )


def test_documents_of_others_are_in_no_report(units, unit, district):
    chance, issuers = random.Random(5), ["国务院", "某省人民政府", "样例市人民政府", "甲区人民政府", unit.name]
    for number in range(100):
        issued_on = dt.date(2024, 7, 1) + dt.timedelta(days=chance.randrange(700))
        make_record(
            unit, f"{number}", issuer=chance.choice(issuers), issued_on=issued_on, periods=[(issued_on, "in_force")]
        )
    made = f"FROM {LegalRecord._meta.db_table} WHERE issuer IN (%s, %s) AND issued_on BETWEEN %s AND %s"
    expected = rows_of(f"SELECT COUNT(*) {made}", "甲区人民政府", unit.name, "2025-01-01", "2025-12-31")[0][0]
    told = [count_documents(FigureScope(district, 2025, one))["documents", "made"] for one in (unit, None, units[0])]
    assert told == [expected, expected, 0]


def queries_of(client: Any, report: Report) -> int:
    with CaptureQueriesContext(connection) as found:
        assert client.get(reverse("annual-report-admin:report", args=[report.pk])).status_code == 200
    return len(found)


@pytest.mark.parametrize("level", ["unit", "district"])
def test_filling_screen_takes_as_many_queries_for_few_cases_as_for_many(client, units, district, office, level):
    client.force_login(office)
    report = begin_report(owner=units[0] if level == "unit" else district, year=2025, today=TODAY)
    make_cases(units, 20)
    count_report(report=report, user=None)
    queries_of(client, report)  # what is asked once a process
    few = queries_of(client, report)
    Case.objects.all().delete()
    hand_on(make_cases(units, 1_000), units)
    count_report(report=report, user=None)
    assert queries_of(client, report) == few


def test_counting_takes_as_many_queries_for_few_cases_as_for_many(units, django_assert_num_queries):
    report = begin_report(owner=units[0], year=2025, today=TODAY)
    make_cases(units, 20)
    count_report(report=report, user=None)
    with django_assert_num_queries(20) as few:
        count_report(report=report, user=None)
    Case.objects.all().delete()
    make_cases(units, 1_000)
    count_report(report=report, user=None)  # writes what has changed
    with django_assert_num_queries(len(few)):
        count_report(report=report, user=None)
