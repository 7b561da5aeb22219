"""Whoever fills a report is reminded of its day once for each step, and the day is data."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core import mail
from django.core.exceptions import ValidationError

from plugins.contrib.annual_report.domain.beginning import begin_report
from plugins.contrib.annual_report.domain.overview import days_due
from plugins.contrib.annual_report.domain.reminding import notice_of, remind
from plugins.contrib.annual_report.flow_hooks import begin_reports, waiting_pile
from plugins.contrib.annual_report.models import Report, ReportingDay

from .conftest import TODAY, YEAR
from .filled import fill, submit

D = dt.date
DUE = D(2026, 1, 31)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (D(2026, 1, 20), None),
        (D(2026, 1, 21), 10),
        (D(2026, 1, 26), 5),
        (D(2026, 1, 28), 5),
        (D(2026, 1, 29), 2),
        (DUE, 0),
        (D(2026, 2, 1), -1),
    ],
)
def test_notice_is_the_nearest_that_is_due(today, expected):
    assert notice_of(DUE, today=today) == expected


def test_officer_is_reminded_once_for_each_step(report, officer, district):
    sent = [remind(district=district, today=day) for day in (D(2026, 1, 26), D(2026, 1, 27), D(2026, 1, 29))]
    assert sent == [1, 0, 1]
    assert [message.to for message in mail.outbox] == [["officer@example.org"]] * 2
    assert "区教育局" in mail.outbox[0].body


def test_report_that_is_submitted_reminds_nobody(report, officer, district):
    submit(fill(report, officer), officer)
    assert remind(district=district, today=D(2026, 2, 3)) == 0


def test_reminder_that_reached_nobody_is_tried_again(report, unit, district, request):
    assert remind(district=district, today=DUE) == 0
    request.getfixturevalue("officer")
    assert remind(district=district, today=DUE) == 1


def test_office_is_reminded_of_the_districts_report(district, office):
    begin_report(owner=district, year=YEAR, today=TODAY)
    assert remind(district=district, today=D(2026, 3, 31)) == 1
    assert "2026-03-31" in mail.outbox[0].body


def test_day_of_one_year_goes_before_that_of_every_year(db):
    ReportingDay.objects.create(step="unit", year=YEAR, month=2, day=10)
    assert (days_due(YEAR)["unit"], days_due(YEAR + 1)["unit"]) == (D(2026, 2, 10), D(2027, 1, 31))


def test_leap_day_is_the_last_of_february(db):
    day = ReportingDay(step="unit", month=2, day=29)
    assert [day.due_of(year) for year in (2024, 2027)] == [D(2025, 2, 28), D(2028, 2, 29)]


def test_leap_day_of_2100_is_the_28th():
    assert ReportingDay(step="unit", month=2, day=29).due_of(2099) == D(2100, 2, 28)


@pytest.mark.parametrize(("month", "day"), [(0, 1), (1, 0), (13, 1), (4, 31)])
def test_day_that_there_is_not_is_refused(db, month, day):
    with pytest.raises(ValidationError) as refused:
        ReportingDay(step="unit", year=2030, month=month, day=day).full_clean()
    assert list(refused.value.error_dict) == ["day"]


def test_job_begins_each_report_once(district, unit):
    assert begin_reports(district)
    assert begin_reports(district) == ""
    assert set(Report.objects.values_list("level", flat=True)) == {"unit", "district", "city"}


def test_desk_shows_what_waits_for_each_side(report, officer, office, district):
    here = frozenset({district.pk})
    before = [waiting_pile(officer, here), waiting_pile(office, here)]
    submit(fill(report, officer), officer)
    after = [waiting_pile(officer, here), waiting_pile(office, here)]
    assert [pile and pile.count for pile in (*before, *after)] == [1, None, None, 1]
