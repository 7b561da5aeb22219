"""Part two is counted from the library, and the list that a figure opens is what it counts."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from disclosure_pages.documents.force.enums import LegalForce
from disclosure_pages.documents.models import DocumentKind, ForcePeriod, JointIssuer, LegalRecord, PolicyDocument
from plugins.api import FigureScope
from plugins.contrib.annual_report.counting import COLUMNS, ROWS, count_documents, documents_of
from plugins.contrib.annual_report.domain.beginning import begin_report
from plugins.contrib.annual_report.domain.counting import count_report
from plugins.contrib.annual_report.domain.values import values_of
from plugins.contrib.requests.models import Case
from plugins.domain.switching import enable
from tests.factories.pages import make_draft
from tests.factories.tenancy import make_alias, make_unit

from .conftest import TODAY, YEAR

D = dt.date
IN_FORCE = [(D(2025, 4, 1), LegalForce.IN_FORCE)]


def make_record(unit, title, *, kind="normative-office", issued_on, periods, **values):
    """``periods``: pairs of the first day and the force from it on."""
    record = LegalRecord.objects.create(
        district=unit.district,
        unit=unit,
        title=title,
        kind=DocumentKind.objects.get(code=kind),
        issued_on=issued_on,
        **{"issuer": unit.name, "is_public": True, **values},
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


def queries_of(act):
    with CaptureQueriesContext(connection) as found:
        act()
    return len(found)


def test_documents_are_counted_in_as_many_queries_for_few_units_as_for_many(library, unit):
    few = queries_of(lambda: count_documents(FigureScope(unit.district, YEAR, unit)))
    for number in range(10):
        make_record(make_unit(unit.district), f"{number}", issued_on=D(2025, 3, 1), periods=IN_FORCE)
    assert queries_of(lambda: count_documents(FigureScope(unit.district, YEAR, unit))) == few == 6


def made_and_repealed(scope):
    figures = count_documents(scope)
    return figures["documents", "made"], figures["documents", "repealed"]


@pytest.mark.parametrize("issuer", ["国务院办公厅", "某省人民政府", "样例市人民政府", "样例市教育局", "乙区教育局"])
def test_document_of_another_issuer_is_nobody_s(unit, issuer):
    periods = [*IN_FORCE, (D(2025, 9, 1), LegalForce.REPEALED)]
    make_record(unit, "转载", issuer=issuer, issued_on=D(2025, 3, 1), periods=periods)
    scopes = [FigureScope(unit.district, YEAR, unit), FigureScope(unit.district, YEAR)]
    assert [made_and_repealed(scope) for scope in scopes] == [(0, 0), (0, 0)]


@pytest.mark.parametrize(
    "issuer",
    ["区教育局", "甲区教育局", "样例市甲区教育局", "区教委", "甲区人民政府", "样例市甲区人民政府办公室"],
)
def test_document_is_of_the_organ_that_its_issuer_names(unit, issuer):
    make_alias(unit, name="区教委")
    other = make_unit(unit.district, name="区司法局")
    periods = [*IN_FORCE, (D(2025, 9, 1), LegalForce.REPEALED)]
    make_record(unit, "自己的", issuer=issuer, issued_on=D(2025, 3, 1), periods=periods)
    scopes = [FigureScope(unit.district, YEAR, one) for one in (unit, other, None)]
    assert [made_and_repealed(scope) for scope in scopes] == [(1, 1), (0, 0), (1, 1)]


def test_joint_document_counts_once_for_its_first_issuer(unit):
    host = make_unit(unit.district, name="区司法局")
    page = make_draft("联合发文", unit=unit, kind=PolicyDocument, issuing_unit=host, issuer_name="甲区教育局")
    JointIssuer.objects.create(page=page, name=unit.name, unit=unit)
    make_record(unit, "联合发文", page=page, issuer="甲区教育局", issued_on=D(2025, 3, 1), periods=IN_FORCE)
    scopes = [FigureScope(unit.district, YEAR, one) for one in (host, unit, None)]
    assert [made_and_repealed(scope) for scope in scopes] == [(1, 0), (0, 0), (1, 0)]


def test_document_of_a_unit_that_was_merged_is_in_one_report(unit):
    old = make_unit(unit.district, name="区招生办", active_to=D(2025, 6, 30), merged_into=unit)
    make_alias(unit, name="区招生办")
    make_record(unit, "招生办法", issuer="区招生办", issued_on=D(2025, 3, 1), periods=IN_FORCE)
    figures = {
        (one.name, year): count_documents(FigureScope(unit.district, year, one))["documents", "in_force"]
        for one in (old, unit)
        for year in (2025, 2026)
    }
    assert figures == {
        ("区招生办", 2025): 1,
        ("区招生办", 2026): 0,
        ("区教育局", 2025): 0,
        ("区教育局", 2026): 1,
    }


def test_document_of_a_unit_that_is_gone_is_of_the_remainder(unit):
    gone = make_unit(unit.district, name="区外事办", active_to=D(2024, 6, 30))
    make_record(gone, "外事办法", issued_on=D(2024, 3, 1), periods=IN_FORCE)
    make_record(unit, "教育办法", issued_on=D(2024, 3, 1), periods=IN_FORCE)
    scope = FigureScope(unit.district, YEAR, is_remainder=True)
    assert [one.title for one in documents_of(scope, "documents", "in_force")] == ["外事办法"]


def test_years_before_the_oldest_document_are_blank_and_not_nought(unit):
    LegalRecord.objects.filter(title="旧文件").update(issued_on=D(2023, 5, 1))
    told = {}
    for year in (2022, 2023, 2024):
        report = begin_report(owner=unit, year=year, today=TODAY)
        count_report(report=report, user=None)
        told[year] = values_of(report)["regulations", "documents", "made"]
    assert told == {2022: None, 2023: 1, 2024: 0}


def test_years_before_the_oldest_case_are_blank_and_so_is_what_came_from_them(unit):
    enable("requests", district=unit.district, user=None)
    make_case(unit, 1, received_on=D(2023, 3, 1))
    told = {}
    for year in (2022, 2023, 2024):
        report = begin_report(owner=unit, year=year, today=TODAY)
        count_report(report=report, user=None)
        values = values_of(report)
        told[year] = [values["requests", row, "natural"] for row in ("new", "carried_in", "granted", "carried_out")]
    assert told == {2022: [None] * 4, 2023: [1, None, 0, 1], 2024: [0, 1, 0, 1]}


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
        applicant_kind="natural",
        title="样例",
        **{"received_on": D(2020, 3, 1), **values},
    )
