"""What is counted and what is entered stand side by side, and what does not fit is told with both cells."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cms.people.enums import Role
from plugins.contrib.annual_report.domain.beginning import begin_report
from plugins.contrib.annual_report.domain.checking import findings_of
from plugins.contrib.annual_report.domain.counting import count_report
from plugins.contrib.annual_report.domain.filling import Entry, digest_of, fill_report
from plugins.contrib.annual_report.domain.moving import move_report
from plugins.contrib.annual_report.domain.values import figures_of, values_of
from plugins.contrib.annual_report.enums import Act, CountedAs
from plugins.contrib.annual_report.exceptions import ReportIncomplete, ReportRefused
from plugins.contrib.annual_report.models import Figure, Report
from plugins.contrib.annual_report.structure import NOT_APPLICABLE
from tests.factories.people import make_membership

from .conftest import TODAY
from .filled import GRANTED, NEW, OUT, accept, fill, submit

MADE = ("regulations", "documents", "made")


@pytest.fixture
def counted(report):
    count_report(report=report, user=None)
    return report


def test_count_is_kept_where_the_library_knows(counted):
    figures = figures_of(counted)
    assert {key[0] for key in figures} == {"regulations"}
    assert [(one.counted_as, one.counted) for one in figures.values()] == [(CountedAs.NUMBER, Decimal(0))] * 6


def test_counting_again_changes_nothing(counted):
    assert count_report(report=counted, user=None) == 0


def test_entry_over_a_count_needs_a_reason(counted, officer):
    with pytest.raises(ReportRefused, match="请说明理由"):
        fill_report(report=counted, entries={MADE: Entry(Decimal(3))}, user=officer)
    assert values_of(counted)[MADE] == 0


def test_entry_over_a_count_keeps_both(counted, officer):
    fill_report(report=counted, entries={MADE: Entry(Decimal(3), "三件尚未录入")}, user=officer)
    figure = figures_of(counted)[MADE]
    said = (figure.counted, figure.entered, figure.reason, figure.by, figure.value)
    assert said == (Decimal(0), Decimal(3), "三件尚未录入", officer, Decimal(3))


def test_entry_that_says_the_count_is_none(counted, officer):
    assert fill_report(report=counted, entries={MADE: Entry(Decimal(0))}, user=officer) == 0
    assert figures_of(counted)[MADE].entered_as == ""


def test_blank_takes_back_what_was_entered(counted, officer):
    fill_report(report=counted, entries={MADE: Entry(Decimal(3), "理由")}, user=officer)
    fill_report(report=counted, entries={MADE: Entry(None)}, user=officer)
    figure = figures_of(counted)[MADE]
    assert (figure.value, figure.reason, figure.by, figure.at) == (Decimal(0), "", None, None)


def test_history_has_each_decision_about_a_figure(counted, officer):
    fill_report(report=counted, entries={MADE: Entry(Decimal(3), "甲")}, user=officer)
    fill_report(report=counted, entries={MADE: Entry(Decimal(4), "乙")}, user=officer)
    history = figures_of(counted)[MADE].history.values_list("entered", "reason", "history_user")
    assert list(history) == [(4, "乙", officer.pk), (3, "甲", officer.pk), (None, "", None)]


def test_stranger_cannot_fill(counted, office):
    with pytest.raises(ReportRefused, match="由以下角色办理"):
        fill_report(report=counted, entries={NEW: Entry(Decimal(1))}, user=office)


def test_what_somebody_else_changed_is_not_overwritten(counted, officer):
    seen = digest_of(figures_of(counted).values())
    fill_report(report=counted, entries={NEW: Entry(Decimal(1))}, user=officer, seen=seen)
    with pytest.raises(ReportRefused, match="他人修改"):
        fill_report(report=counted, entries={NEW: Entry(Decimal(2))}, user=officer, seen=seen)
    assert values_of(counted)[NEW] == 1


def test_sums_are_made_and_never_typed(counted, officer):
    total = ("requests", "new", "total")
    fill_report(report=counted, entries={NEW: Entry(Decimal(4)), total: Entry(Decimal(99))}, user=officer)
    assert values_of(counted)[total] == 4
    assert not Figure.objects.filter(column="total").exists()


def test_balance_that_fails_names_both_cells(counted, officer):
    fill(counted, officer, new=3, granted=2)
    failures = [one for one in findings_of(counted).failures if one.cell[2] == "natural"]
    assert [(one.code, one.expected, one.found) for one in failures] == [("balance", Decimal(3), Decimal(2))]
    assert ("requests", "new", "natural") in failures[0].others
    with pytest.raises(ReportIncomplete, match="须待报告数据一致"):
        submit(counted, officer)


def test_blank_cells_stand_against_submitting(counted, officer):
    fill(counted, officer)
    fill_report(report=counted, entries={NEW: Entry(None), GRANTED: Entry(NOT_APPLICABLE)}, user=officer)
    (sentence,) = findings_of(counted).missing
    assert sentence.startswith("有1格空白")
    assert "自然人" in sentence


def test_whole_report_is_submitted(counted, officer):
    report = submit(fill(counted, officer, new=3, granted=2, carried_out=1), officer)
    assert (report.state, report.submitted_on.isoformat()) == ("submitted", "2026-01-20")


def test_source_that_fails_is_shown_and_never_zero(report, officer, district):
    Figure.objects.create(
        report=report, table="requests", row="new", column="natural", counted_as=CountedAs.UNAVAILABLE, source="案件"
    )
    assert values_of(report)[NEW] is None
    assert any("“案件”未响应" in sentence for sentence in findings_of(report).missing)
    fill_report(report=report, entries={NEW: Entry(Decimal(0))}, user=officer)
    assert not any("案件" in sentence for sentence in findings_of(report).missing)


def test_carry_over_is_checked_across_three_years(unit, officer):
    numbers = {2023: (5, 0, 3, 2), 2024: (4, 2, 1, 5), 2025: (1, 4, 5, 0)}
    reports = {year: begin_report(owner=unit, year=year, today=TODAY) for year in numbers}
    for year, (new, carried_in, granted, carried_out) in numbers.items():
        fill(reports[year], officer, new=new, carried_in=carried_in, granted=granted, carried_out=carried_out)
    Report.objects.exclude(year=2025).update(state="accepted", submitted_on=TODAY, accepted_on=TODAY)
    reports = {one.year: one for one in Report.objects.all()}
    wrong = {year: findings_of(report).failures for year, report in reports.items()}
    assert (wrong[2023], wrong[2024]) == ([], [])
    wrong_by_one = (Decimal(5), Decimal(4))
    carried = [(one.cell[2], one.others, one.expected, one.found) for one in wrong[2025] if one.code == "carried"]
    assert carried == [
        ("natural", (OUT,), *wrong_by_one),
        ("total", (("requests", "carried_out", "total"),), *wrong_by_one),
    ]


def test_count_that_is_out_of_date_stands_against_submitting(counted, officer):
    fill(counted, officer)
    Figure.objects.filter(report=counted, row="documents", column="made").update(counted=4)
    with pytest.raises(ReportIncomplete):
        submit(counted, officer)
    count_report(report=counted, user=officer)
    assert submit(counted, officer).state == "submitted"


def test_carry_over_that_differs_passes_with_a_reason(unit, officer, office, report):
    fill(begin_report(owner=unit, year=2024, today=TODAY), officer, new=2, carried_out=2)
    Report.objects.filter(year=2024).update(state="accepted", submitted_on=TODAY, accepted_on=TODAY)
    fill(report, officer)
    with pytest.raises(ReportIncomplete):
        submit(report, officer)
    done = move_report(report=report, act=Act.SUBMIT, user=officer, today=TODAY, reason="两件已并案")
    assert (done.explanation, accept(report, office).state) == ("两件已并案", "accepted")


def test_report_of_last_year_in_work_says_nothing_yet(unit, officer, report):
    fill(begin_report(owner=unit, year=2024, today=TODAY), officer, new=2, carried_out=2)
    assert submit(fill(report, officer), officer).state == "submitted"


def test_who_submitted_does_not_accept(unit, district, officer, report):
    submit(fill(report, officer), officer)
    make_membership(officer, Role.DISCLOSURE_OFFICE, district=district)
    with pytest.raises(ReportRefused, match="报送"):
        accept(report, officer)


def test_report_that_is_taken_back_was_not_submitted(counted, officer):
    report = submit(fill(counted, officer), officer)
    assert (report.submitted_on, report.submitted_by) == (TODAY, officer)
    move_report(report=report, act=Act.TAKE_BACK, user=officer, today=TODAY)
    report.refresh_from_db()
    assert (report.state, report.submitted_on, report.submitted_by) == ("draft", None, None)
