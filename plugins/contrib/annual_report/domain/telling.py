"""Mails about reports that changed hands: to who fills one that is returned, and to who accepts those submitted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task

from plugins.api import District, active_districts, mail_notices
from plugins.contrib.annual_report.enums import Level, ReportState
from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.models import Reminder, Report
from plugins.contrib.annual_report.transitions import Side

from .people import people_of

PLUGIN = "annual-report"
#: Where a reminder says how many days before it went out.
SUBMITTED, RETURNED = -2, -3


@dataclass(frozen=True, slots=True)
class Told:
    """A report and what is said of it."""

    report: Report
    line: str


def note_return(report: Report, *, today: dt.date) -> None:
    """Write down, in the transaction that returns ``report``, that who fills it is to be mailed; afterwards they are.

    A mail server that is away delays nobody and loses nothing: the job mails what waits (:func:`tell_returned`).
    Submitted again, the report is told to who accepts it again.
    """
    Reminder.objects.filter(report=report, days_before__in=(SUBMITTED, RETURNED)).delete()
    Reminder.objects.create(report=report, due=today, days_before=RETURNED, people=0)
    transaction.on_commit(partial(mail_return.enqueue, key=report.pk), robust=True)


@task()
def mail_return(*, key: int) -> int:
    """Mail the return of the report ``key``, in the language of the site; how many people."""
    with override(settings.LANGUAGE_CODE):
        return _tell(_waiting_returns().filter(report=key))[0]


def tell_returned(*, district: District) -> int:
    """Mail the returns of ``district`` and of its city that reached nobody yet; returns how many people.

    Raises :class:`ReportRefused` when the mail server took no mail, so that the run of the job tells it.
    """
    here = Q(report__district=district) | Q(report__level=Level.CITY, report__city=district.city_id)
    people, is_refused = _tell(_waiting_returns().filter(here))
    if is_refused:
        raise ReportRefused(_("No reminder went out: the mail server took none. The log says why."))
    return people


def _waiting_returns() -> QuerySet[Reminder]:
    waiting = Reminder.objects.filter(days_before=RETURNED, people=0, report__state=ReportState.RETURNED)
    return waiting.select_related("report__unit", "report__district__city", "report__city")


def _tell(waiting: QuerySet[Reminder]) -> tuple[int, bool]:
    """Mail why each report was returned and write down how many it reached; people, and whether none was taken."""
    reports = [row.report for row in waiting]
    told = [Told(one, _("%(what)s: %(reason)s") % {"what": one, "reason": one.reason}) for one in reports]
    mailed = mail_notices(
        [(one, people_of(one.report, Side.WRITER)) for one in told],
        subject=lambda _number: _("Annual report: yours is returned"),
        intro=_("Mend what is said here, then submit the report again:"),
    )
    for one, people in mailed.reached:
        Reminder.objects.filter(report=one.report, days_before=RETURNED).update(people=people)
    return mailed.people, mailed.is_refused


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
