"""The city's own report becomes public in the city's place, and is taken back from there."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api import pages_anew
from plugins.contrib.annual_report.enums import Act, Level, ReportState
from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.models import CityPublication, Report

from .checking import findings_of
from .holding import hold, locked
from .moving import MOVES, is_public_in_city, move_report
from .page_texts import texts_for_page
from .people import may_ever_fill
from .publishing import said_by, title_of
from .values import said_before


@transaction.atomic
def publish_city_report(*, report: Report, user: Any, today: dt.date) -> CityPublication:
    """Freeze the report as it is now, and show it in the city's place; returns what is public.

    Raises :class:`ReportRefused` for people who may not, for a report that nobody else has accepted, and for one that
    does not fit any more.
    """
    held, _transition = hold(report, Act.PUBLISH, user)
    if held.level != Level.CITY or held.state != ReportState.ACCEPTED:
        raise ReportRefused(_("The city's report is published when somebody else has accepted it."))
    stopping = findings_of(held).stopping
    if stopping:
        raise ReportRefused(_("Have the report returned, and roll it up again: %(first)s") % {"first": stopping[0]})
    before, said = said_before(held), said_by(held)
    fields = {
        "title": title_of(held),
        "organ": said["organ"],
        "figures": said["figures"],
        "earlier": before.text if before is not None else "",
        "texts": texts_for_page(held),
        "published_on": today,
        "is_public": True,
    }
    made, _is_new = CityPublication.objects.update_or_create(report=held, defaults=fields)
    move_report(report=held, act=Act.PUBLISH, user=user, today=today)
    pages_anew(None)
    return made


@transaction.atomic
def withdraw_city_report(*, report: Report, user: Any, today: dt.date, reason: str) -> Report:
    """Take it off the site in whatever state it is; one that is published is accepted again.

    Raises :class:`ReportRefused`, also without a reason.
    """
    if not reason.strip():
        raise ReportRefused(_("Say why the report is taken off the site."))
    held = _held_for_withdrawal(report, user)
    if held.state == ReportState.PUBLISHED:
        held = move_report(report=held, act=Act.WITHDRAW, user=user, today=today, reason=reason)
    else:
        log(held, MOVES[Act.WITHDRAW], user=user, data={"reason": reason.strip()})
    CityPublication.objects.filter(report=held).update(is_public=False)
    pages_anew(None)  # the city's home names what is public
    return held


def may_withdraw(report: Report, user: Any) -> bool:
    """Whether the person takes the city's report off the site: while it is public, whatever has become of it since."""
    return report.level == Level.CITY and may_ever_fill(report, user) and is_public_in_city(report)


def _held_for_withdrawal(report: Report, user: Any) -> Report:
    """The report, locked; what was returned after it was published is still there for readers."""
    held = locked(report)
    if not may_withdraw(held, user):
        raise ReportRefused(_("The report is not public, or taking it off the site is for the city's auditors."))
    return held
