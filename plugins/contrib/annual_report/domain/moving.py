"""A report changes hands: submitted, taken back, accepted, returned, published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.contrib.annual_report.enums import Act, ReportState
from plugins.contrib.annual_report.exceptions import ReportIncomplete, ReportRefused
from plugins.contrib.annual_report.models import CityPublication, Report

from .checking import findings_of
from .holding import hold
from .telling import note_return

#: Acts by which a report changes hands, and their names in the log.
MOVES: Mapping[Act, str] = {
    Act.SUBMIT: "gongkai.annual.submitted",
    Act.TAKE_BACK: "gongkai.annual.taken_back",
    Act.ACCEPT: "gongkai.annual.accepted",
    Act.RETURN: "gongkai.annual.returned",
    Act.PUBLISH: "gongkai.annual.published",
    Act.WITHDRAW: "gongkai.annual.withdrawn",
}
#: A report is published, and taken off the site, by its page, and by no button.
BY_HAND = tuple(act for act in MOVES if act not in (Act.PUBLISH, Act.WITHDRAW))
CHECKED = (Act.SUBMIT, Act.ACCEPT)
FIELDS = ["state", "reason", "explanation", "submitted_on", "submitted_by", "accepted_on"]


@transaction.atomic
def move_report(*, report: Report, act: Act, user: Any, today: dt.date, reason: str = "") -> Report:
    """Do ``act`` with ``report``; returns it as it is now.

    Submitting and accepting check everything once more: raise :class:`ReportIncomplete` with what does not fit, as when
    a report below has changed since it was rolled up. What may be right, as a carry-over that differs or units that are
    missing, passes when submitting says why. Who submitted does not accept. Returning needs a reason, submitting the
    end of the year, and publishing a page that is public. Who fills the report is mailed when somebody returns it.
    Raises :class:`ReportRefused` for an act that the table does not have for the person.
    """
    reason = reason.strip()
    held, found = hold(report, act, user)
    if act == Act.RETURN and not reason:
        raise ReportRefused(_("Say why the report is returned, so that it can be mended."))
    if act == Act.SUBMIT and today.year <= held.year:
        raise ReportRefused(_("The year %(year)d has not ended: submit the report when it has.") % {"year": held.year})
    if act == Act.PUBLISH and not _is_public(held):
        raise ReportIncomplete(_("A report is published by its page: make the page, and have it reviewed."), [])
    if act == Act.SUBMIT:
        held.explanation, held.submitted_by = reason, user
    if act == Act.ACCEPT and user is not None and held.submitted_by == user:
        raise ReportRefused(_("You have submitted this report: somebody else accepts it."))
    if act in CHECKED:
        _refuse_incomplete(held, act)
    _settle(held, act, found.after, today)
    held.reason = reason if act == Act.RETURN else ""
    held.save(update_fields=FIELDS)
    log(held, MOVES[act], user=user, data={"reason": reason} if reason else None)
    if act == Act.RETURN and user is not None:
        note_return(held, today=today)
    return held


def _is_public(report: Report) -> bool:
    """Whether readers see it: its page, or the city's in its own place."""
    return bool(report.pages.filter(live=True).exists() or is_public_in_city(report))


def is_public_in_city(report: Report) -> bool:
    """Whether readers see it in the city's own place."""
    found: bool = CityPublication.objects.public().filter(report=report).exists()
    return found


def _settle(report: Report, act: Act, after: ReportState, today: dt.date) -> None:
    report.state = after
    if act == Act.SUBMIT:
        report.submitted_on = today
    if act == Act.ACCEPT:
        report.accepted_on = today
    if act == Act.TAKE_BACK:
        report.submitted_on = report.submitted_by = None
    if act in (Act.RETURN, Act.TAKE_BACK):
        report.accepted_on = None
    if act == Act.WITHDRAW and report.accepted_on is None:
        report.state = ReportState.SUBMITTED


def _refuse_incomplete(report: Report, act: Act) -> None:
    findings = findings_of(report)
    if findings.stopping or (findings.passable and not report.explanation):
        words = {"act": act.label, "first": findings.sentences[0]}
        message = (
            _("“%(act)s” has to wait until the report fits: %(first)s")
            if findings.stopping
            else _("Say why “%(act)s” is right nonetheless: %(first)s")
        ) % words
        raise ReportIncomplete(message, findings.failures)
