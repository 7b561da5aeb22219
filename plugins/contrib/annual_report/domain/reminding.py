"""Reminders of reporting days: before the day, on it, and once when it has passed; each goes out once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from plugins.api import OVERDUE, District, mail_notices, nearest_notice
from plugins.contrib.annual_report.enums import Level, ReportState
from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.models import Reminder, Report
from plugins.contrib.annual_report.transitions import Side

from .overview import days_due
from .people import people_of

NOTICES = (10, 5, 2, 0)


@dataclass(frozen=True, slots=True)
class Notice:
    """A report that somebody is reminded of now."""

    report: Report
    due: dt.date
    days_before: int

    @property
    def line(self) -> str:
        """One line of the mail."""
        words = {"what": self.report, "day": self.due.isoformat()}
        if self.days_before == OVERDUE:
            return _("%(what)s was due on %(day)s") % words
        return _("%(what)s is due on %(day)s") % words


def waiting_for_writers(district: District, *, year: int) -> list[Report]:
    """Reports of units, and of the city, that are not handed on; the district's own until it is published.

    That of the city is in the list of each of its districts: what has gone out once does not go out again.
    """
    open_states = (ReportState.DRAFT, ReportState.RETURNED)
    here = Q(district=district, level=Level.DISTRICT) & ~Q(state=ReportState.PUBLISHED)
    others = Q(district=district, level=Level.UNIT) | Q(city=district.city_id, level=Level.CITY)
    found = Report.objects.filter(here | Q(others, state__in=open_states), year=year)
    return list(found.select_related("unit", "district__city", "city"))


def remind(*, district: District, today: dt.date) -> int:
    """Mail whoever fills a report that is due soon, one mail a person; returns how many went out.

    Written down is what reached somebody: a reminder that reached nobody is tried again. Raises
    :class:`ReportRefused` when the mail server took none, so that the run of the job tells it.
    """
    due = _due(district, today)
    mailed = mail_notices(
        ((notice, people_of(notice.report, Side.WRITER)) for notice in due),
        subject=lambda number: _("Annual reports: %(number)d wait for you") % {"number": number},
        intro=_("These annual reports wait for you:"),
    )
    if mailed.is_refused:
        raise ReportRefused(_("No reminder went out: the mail server took none. The log says why."))
    _write_down(mailed.reached)
    return mailed.people


def notice_of(due: dt.date, *, today: dt.date) -> int | None:
    """Which of the reminders is due."""
    return nearest_notice(due, today=today, before=NOTICES)


def _due(district: District, today: dt.date) -> Iterator[Notice]:
    year = today.year - 1
    days = days_due(year)
    reports = waiting_for_writers(district, year=year)
    sent = set(Reminder.objects.filter(report__in=reports).values_list("report", "due", "days_before"))
    for report in reports:
        due = days.get(report.level)
        before = notice_of(due, today=today) if due else None
        if due and before is not None and (report.pk, due, before) not in sent:
            yield Notice(report, due, before)


def _write_down(reached: Iterable[tuple[Notice, int]]) -> None:
    rows = [
        Reminder(report=notice.report, due=notice.due, days_before=notice.days_before, people=people)
        for notice, people in reached
    ]
    Reminder.objects.bulk_create(rows, ignore_conflicts=True)
