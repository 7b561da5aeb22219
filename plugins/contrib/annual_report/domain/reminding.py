"""Reminders of reporting days: before the day, on it, and once when it has passed; each goes out once."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from plugins.api import District, mail_lines
from plugins.contrib.annual_report.enums import Level, ReportState
from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.models import Reminder, Report
from plugins.contrib.annual_report.transitions import Side

from .overview import days_due
from .people import people_of

NOTICES, OVERDUE = (10, 5, 2, 0), -1


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
    """Reports of the district and its units that are not handed on yet; a district's is, once it is published."""
    found = Report.objects.filter(district=district, year=year, level__in=(Level.UNIT, Level.DISTRICT))
    open_states = (ReportState.DRAFT, ReportState.RETURNED)
    return list(found.filter(state__in=open_states).select_related("unit", "district__city"))


def remind(*, district: District, today: dt.date) -> int:
    """Mail whoever fills a report that is due soon, one mail a person; returns how many went out.

    Written down is what reached somebody: a reminder that reached nobody is tried again. Raises
    :class:`ReportRefused` when the mail server took none, so that the run of the job tells it.
    """
    letters: dict[str, list[Notice]] = defaultdict(list)
    for notice in _due(district, today):
        for address in dict.fromkeys(person.email for person in people_of(notice.report, Side.WRITER) if person.email):
            letters[address].append(notice)
    sent = {address: notices for address, notices in letters.items() if _is_sent(address, notices)}
    if letters and not sent:
        raise ReportRefused(_("No reminder went out: the mail server took none. The log says why."))
    _write_down(sent)
    return len(sent)


def notice_of(due: dt.date, *, today: dt.date) -> int | None:
    """Which of the reminders is due: the nearest, also when the job did not run on its very day."""
    left = (due - today).days
    return OVERDUE if left < 0 else min((days for days in NOTICES if left <= days), default=None)


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


def _is_sent(address: str, notices: list[Notice]) -> bool:
    subject = _("Annual reports: %(number)d wait for you") % {"number": len(notices)}
    lines = [one.line for one in notices]
    return mail_lines(address, subject=subject, intro=_("These annual reports wait for you:"), lines=lines)


def _write_down(sent: dict[str, list[Notice]]) -> None:
    reached: dict[tuple[int, dt.date, int], int] = defaultdict(int)
    for notices in sent.values():
        for one in notices:
            reached[one.report.pk, one.due, one.days_before] += 1
    rows = [
        Reminder(report_id=report, due=due, days_before=before, people=people)
        for (report, due, before), people in reached.items()
    ]
    Reminder.objects.bulk_create(rows, ignore_conflicts=True)
