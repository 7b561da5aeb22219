"""5,000 generated cases: part three and four of the report equal an independent count by plain SQL, and carry over."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from plugins.contrib.annual_report.domain.beginning import begin_report
from plugins.contrib.annual_report.domain.checking import failures_in
from plugins.contrib.annual_report.domain.counting import count_report
from plugins.contrib.annual_report.domain.values import values_of
from plugins.contrib.annual_report.models import Report
from plugins.contrib.requests.enums import ApplicantKind, Outcome, RemedyKind, RemedyResult
from plugins.contrib.requests.models import Case, Remedy
from plugins.domain.switching import enable
from tests.factories.tenancy import make_unit

from .conftest import TODAY

CASES, UNITS, YEARS = 5_000, 4, (2023, 2024, 2025)
FIRST = dt.date(2022, 1, 1)
SINCE = "received_on IS NOT NULL AND unit_id = %s"
OPEN_AT = "(concluded_on IS NULL OR concluded_on > %s)"


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
    table, first, last = Case._meta.db_table, f"{year}-01-01", f"{year}-12-31"
    head = f"SELECT applicant_kind, COUNT(*) FROM {table} WHERE {SINCE}"  # noqa: S608 (names of our own tables)
    asked = {
        "new": (f"{head} AND received_on BETWEEN %s AND %s", first, last),
        "carried_in": (f"{head} AND received_on < %s AND {OPEN_AT}", first, f"{year - 1}-12-31"),
        "carried_out": (f"{head} AND received_on <= %s AND {OPEN_AT}", last, last),
    }
    for row, (sql, *days) in asked.items():
        for kind, number in rows_of(f"{sql} GROUP BY applicant_kind", unit.pk, *days):
            yield ("requests", row, kind), number
    ended = f"FROM {table} WHERE {SINCE} AND concluded_on BETWEEN %s AND %s"
    sql = f"SELECT outcome, applicant_kind, COUNT(*) {ended}"
    for outcome, kind, number in rows_of(f"{sql} GROUP BY outcome, applicant_kind", unit.pk, first, last):
        yield ("requests", outcome, kind), number


def part_four(unit: Any, year: int) -> Iterator[tuple[tuple[str, str, str], int]]:
    remedy, case, last = Remedy._meta.db_table, Case._meta.db_table, f"{year}-12-31"
    head = f"FROM {remedy} r JOIN {case} c ON c.id = r.case_id WHERE c.unit_id = %s"
    ended = f"SELECT r.kind, r.result, COUNT(*) {head} AND r.concluded_on BETWEEN %s AND %s GROUP BY r.kind, r.result"
    for kind, result, number in rows_of(ended, unit.pk, f"{year}-01-01", last):
        yield ("remedies", kind, result), number
    still = "r.filed_on <= %s AND (r.concluded_on IS NULL OR r.concluded_on > %s)"
    for kind, number in rows_of(f"SELECT r.kind, COUNT(*) {head} AND {still} GROUP BY r.kind", unit.pk, last, last):
        yield ("remedies", kind, "pending"), number


@pytest.fixture
def units(district):
    enable("requests", district=district, user=None)
    return [make_unit(district) for _number in range(UNITS)]


@pytest.fixture
def counted(units):
    """The reports of three years of each unit, counted: (unit, year) → report."""
    make_remedies(make_cases(units, CASES))
    reports = {(unit, year): begin_report(owner=unit, year=year, today=TODAY) for unit in units for year in YEARS}
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
    assert (len(counted), differences) == (UNITS * len(YEARS), [])


def test_three_years_carry_over_and_add_up(counted):
    Report.objects.update(state="accepted", submitted_on=TODAY, accepted_on=TODAY)
    failures = [one.sentence for report in counted.values() for one in failures_in(report, values_of(report))]
    carried = [values_of(report)["requests", "carried_in", "total"] for report in counted.values()]
    assert (failures, [number for number in carried if not number]) == ([], [])


def test_district_is_the_sum_of_its_units(counted, units, district, office):
    own = [report for (_unit, year), report in counted.items() if year == 2025]
    Report.objects.filter(pk__in=[one.pk for one in own]).update(
        state="accepted", submitted_on=TODAY, accepted_on=TODAY
    )
    whole = begin_report(owner=district, year=2025, today=TODAY)
    count_report(report=whole, user=office)
    assigned = f"FROM {Case._meta.db_table} WHERE unit_id IS NOT NULL AND received_on BETWEEN %s AND %s"
    sql = f"SELECT COUNT(*) {assigned}"
    assert values_of(whole)["requests", "new", "total"] == rows_of(sql, "2025-01-01", "2025-12-31")[0][0]


def test_counting_takes_as_many_queries_for_few_cases_as_for_many(units, django_assert_num_queries):
    report = begin_report(owner=units[0], year=2025, today=TODAY)
    make_cases(units, 20)
    count_report(report=report, user=None)
    with django_assert_num_queries(13) as few:
        count_report(report=report, user=None)
    Case.objects.all().delete()
    make_cases(units, 1_000)
    count_report(report=report, user=None)  # writes what has changed
    with django_assert_num_queries(len(few)):
        count_report(report=report, user=None)
