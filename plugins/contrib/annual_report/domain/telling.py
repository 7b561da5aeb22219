"""Mails about reports that changed hands: to who fills one that is returned, and to who accepts those submitted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from plugins.api import District, active_districts, mail_notices
from plugins.contrib.annual_report.enums import Level, ReportState
from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.models import Reminder, Report
from plugins.contrib.annual_report.transitions import Side

from .people import people_of

PLUGIN = "annual-report"
#: Where a reminder says how many days before it went out.
SUBMITTED = -2


@dataclass(frozen=True, slots=True)
class Told:
    """A report and what is said of it."""

    report: Report
    line: str


def tell_returned(report: Report) -> int:
    """Mail who fills ``report`` why it was returned; returns how many people. Submitted again, it is told again."""
    Reminder.objects.filter(report=report, days_before=SUBMITTED).delete()
    line = _("%(what)s: %(reason)s") % {"what": report, "reason": report.reason}
    mailed = mail_notices(
        [(Told(report, line), people_of(report, Side.WRITER))],
        subject=lambda _number: _("Annual report: yours is returned"),
        intro=_("Mend what is said here, then submit the report again:"),
    )
    return mailed.people


def tell_submitted(*, district: District) -> int:
    """Mail who accepts them what was submitted, one mail for all of it; returns how many people.

    The city's auditors are told of all its districts at once. Raises :class:`ReportRefused` when the mail server took
    no mail.
    """
    mailed = mail_notices(
        [(one, _judges(one.report)) for one in _submitted(district)],
        subject=lambda number: _("Annual reports: %(number)d were submitted") % {"number": number},
        intro=_("These annual reports wait to be accepted or returned:"),
    )
    if mailed.is_refused:
        raise ReportRefused(_("No reminder went out: the mail server took none. The log says why."))
    rows = [
        Reminder(report=one.report, due=one.report.submitted_on, days_before=SUBMITTED, people=people)
        for one, people in mailed.reached
    ]
    Reminder.objects.bulk_create(rows, ignore_conflicts=True)
    return mailed.people


def _submitted(district: District) -> Iterator[Told]:
    """What was submitted and nobody was told of."""
    active = active_districts(PLUGIN)
    districts = Q(level=Level.DISTRICT, district__city=district.city_id)
    districts &= Q() if active is None else Q(district__in=active)
    mine = Q(level=Level.UNIT, district=district) | districts | Q(level=Level.CITY, city=district.city_id)
    waiting = Report.objects.filter(mine, state=ReportState.SUBMITTED)
    told = set(Reminder.objects.filter(days_before=SUBMITTED, report__in=waiting).values_list("report", "due"))
    for report in waiting.select_related("unit", "district__city", "city", "submitted_by"):
        if (report.pk, report.submitted_on) not in told:
            words = {"what": report, "day": report.submitted_on}
            yield Told(report, _("%(what)s was submitted on %(day)s") % words)


def _judges(report: Report) -> list[Any]:
    """Who submitted it does not accept it."""
    return [person for person in people_of(report, Side.JUDGE) if person != report.submitted_by]
