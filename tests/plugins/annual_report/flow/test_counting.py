"""Part two is counted from the library, and the list that a figure opens is what it counts."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from disclosure_pages.documents.force.enums import LegalForce
from disclosure_pages.documents.models import DocumentKind, ForcePeriod, LegalRecord
from plugins.api import FigureScope
from plugins.contrib.annual_report.counting import COLUMNS, ROWS, count_documents, documents_of
from plugins.contrib.annual_report.domain.beginning import begin_report
from plugins.contrib.annual_report.domain.counting import count_report
from plugins.contrib.annual_report.domain.values import values_of
from plugins.contrib.requests.models import Case
from plugins.domain.switching import enable

from .conftest import TODAY, YEAR

D = dt.date


def make_record(unit, title, *, kind="normative-office", issued_on, periods, **values):
    """``periods``: pairs of the first day and the force from it on."""
    record = LegalRecord.objects.create(
        district=unit.district,
        unit=unit,
        title=title,
        kind=DocumentKind.objects.get(code=kind),
        issued_on=issued_on,
        **{"issuer": "甲", "is_public": True, **values},
    )
    ends = [day - dt.timedelta(days=1) for day, _force in periods[1:]] + [dt.date.max]
    for (day, force), end in zip(periods, ends, strict=True):
        ForcePeriod.objects.create(
            record=record,
            district=unit.district,
            force=force,
            is_in_force=force == LegalForce.IN_FORCE,
            is_public=True,
            issued_on=issued_on,
            starts_on=day,
            ends_on=end,
            cause_kind="effective",
        )
    return record


@pytest.fixture
def library(unit):
    force, over, expired = LegalForce.IN_FORCE, LegalForce.REPEALED, LegalForce.EXPIRED
    make_record(unit, "今年", issued_on=D(2025, 3, 1), periods=[(D(2025, 4, 1), force)])
    make_record(unit, "撤下", issued_on=D(2025, 3, 1), periods=[(D(2025, 4, 1), force)], is_public=False)
    make_record(
        unit, "作废", issued_on=D(2025, 3, 1), periods=[(D(2025, 4, 1), force)], voided_at=dt.datetime.now(dt.UTC)
    )
    make_record(unit, "去年", issued_on=D(2024, 12, 31), periods=[(D(2024, 12, 31), force), (D(2025, 12, 31), over)])
    make_record(unit, "明年止", issued_on=D(2020, 1, 1), periods=[(D(2020, 1, 1), force), (D(2026, 1, 1), over)])
    make_record(unit, "到期", issued_on=D(2020, 1, 1), periods=[(D(2020, 1, 1), force), (D(2025, 6, 1), expired)])
    make_record(unit, "规章", kind="rules-order", issued_on=D(2025, 1, 1), periods=[(D(2025, 1, 1), force)])
    make_record(unit, "通知", kind="notice", issued_on=D(2025, 3, 1), periods=[(D(2025, 4, 1), force)])


def test_documents_are_counted_by_what_happened_in_the_year(library, unit):
    assert count_documents(FigureScope(unit.district, YEAR, unit)) == {
        ("rules", "made"): 1,
        ("rules", "repealed"): 0,
        ("rules", "in_force"): 1,
        ("documents", "made"): 2,
        ("documents", "repealed"): 1,
        ("documents", "in_force"): 3,
    }


def test_each_figure_is_as_long_as_its_list(library, unit):
    scope = FigureScope(unit.district, YEAR)
    lists = {(row, column): documents_of(scope, row, column).count() for row in ROWS for column in COLUMNS}
    assert lists == count_documents(scope)


def test_documents_are_counted_in_three_queries(library, unit, django_assert_num_queries):
    with django_assert_num_queries(3):
        count_documents(FigureScope(unit.district, YEAR))


def test_older_form_is_not_counted(library, unit):
    assert count_documents(FigureScope(unit.district, 2020, unit)) == {}


def test_older_form_has_what_it_does_not_tell_apart_in_the_row_for_others(unit):
    enable("requests", district=unit.district, user=None)
    for number, outcome in enumerate(("other_not_paid", "other_other")):
        make_case(unit, number, outcome=outcome, concluded_on=D(2020, 5, 1))
    report = begin_report(owner=unit, year=2020, today=TODAY)
    count_report(report=report, user=None)
    assert values_of(report)["requests", "other_other", "natural"] == Decimal(2)


def make_case(unit, number, **values):
    return Case.objects.create(
        district=unit.district,
        unit=unit,
        tracking_digest=f"{number:064}",
        submitted_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC),
        received_on=D(2020, 3, 1),
        applicant_kind="natural",
        title="样例",
        **values,
    )
