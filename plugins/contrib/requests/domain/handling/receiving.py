"""An application arrives: its receipt day, its number, and the desk that handles it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api import Unit
from plugins.contrib.requests.domain.submitting import moment_of
from plugins.contrib.requests.enums import Channel, EventKind
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Case, CaseEvent
from plugins.contrib.requests.process.acts import Act
from plugins.contrib.requests.process.facts import check_day
from plugins.contrib.requests.process.receipt_rules import earliest_arrival, receipt_day

from .holding import Hold
from .numbers import give_number

ENTRY_DAYS = ("arrived_on", "confirmed_on")


@transaction.atomic
def receive_case(*, case: Case, arrived_on: dt.date, user: Any, confirmed_on: dt.date | None = None) -> Case:
    """Settle the receipt day (Art. 31), from which everything is counted, and give the case its number.

    What did not come over the internet was submitted on ``arrived_on``, whenever it was entered. Once: whoever found a
    wrong day writes a note. Raises :class:`CaseRefused` while the way on which it came asks for a confirmation that is
    missing.
    """
    day = receipt_day(case.channel, arrived_on=arrived_on, confirmed_on=confirmed_on)
    if day is None:
        raise CaseRefused(_("Confirm the receipt with the applicant first; that day is the receipt day."))
    hold = Hold(case, Act.RECEIVE, user, day=day)
    if hold.case.received_on:
        words = {"day": hold.case.received_on.isoformat()}
        raise CaseRefused(_("The receipt day is settled: %(day)s.") % words)
    first = earliest_arrival(hold.case.channel, submitted_on=timezone.localdate(hold.case.submitted_at))
    for given in (arrived_on, day):
        check_day(given, earliest=first, today=timezone.localdate())
    if hold.case.channel != Channel.WEB and timezone.localdate(hold.case.submitted_at) != arrived_on:
        hold.case.submitted_at = moment_of(arrived_on)
    hold.case.received_on = day
    give_number(hold.case, received_on=day)
    hold.write(EventKind.RECEIVED, arrived_on=arrived_on.isoformat())
    return hold.case


@transaction.atomic
def assign_case(*, case: Case, unit: Unit, user: Any, note: str = "") -> Case:
    """Hand the case to the desk of ``unit``; its former unit does not see it any more. The number stays."""
    hold = Hold(case, Act.ASSIGN, user, unit=unit)
    if unit.district_id != hold.case.district_id:
        raise CaseRefused(_("“%(unit)s” is of another district; transfer the case instead.") % {"unit": unit})
    if not unit.is_active(on=timezone.localdate()):
        raise CaseRefused(_("“%(unit)s” does not exist any more.") % {"unit": unit})
    if unit.pk == hold.case.unit_id:
        raise CaseRefused(_("The case is assigned to “%(unit)s” already.") % {"unit": unit})
    before, hold.case.unit = hold.case.unit, unit
    hold.write(EventKind.ASSIGNED, text=note, unit_before=before, unit=unit.name)
    return hold.case


@transaction.atomic
def hand_back_case(*, case: Case, reason: str, user: Any) -> Case:
    """The unit is not the right one: the case is with the disclosure office again."""
    hold = Hold(case, Act.HAND_BACK, user, reason=reason)
    unit, hold.case.unit = hold.case.unit, None
    hold.write(EventKind.ASSIGNED, text=reason, unit_before=unit, unit="", before=unit.name if unit else "")
    return hold.case


@transaction.atomic
def accept_case(*, case: Case, user: Any, day: dt.date | None = None) -> Case:
    """The application says what is asked for: it is handled."""
    hold = Hold(case, Act.ACCEPT, user, day=day or timezone.localdate())
    require_receipt(hold)
    hold.check_day()
    hold.write(EventKind.ACCEPTED)
    return hold.case


def days_of_entry(case: Case) -> dict[str, dt.date]:
    """What was said at the counter of its arrival: ``arrived_on`` and ``confirmed_on``, as far as they are known."""
    entry = case.events.filter(kind=EventKind.SUBMITTED).first()
    said = entry.data if entry else {}
    return {name: dt.date.fromisoformat(said[name]) for name in ENTRY_DAYS if said.get(name)}


def settle_by_arrival(hold: Hold) -> None:
    """A case that ends before its receipt was settled came all the same: its arrival counts, so that it is reported."""
    if hold.case.received_on is not None:
        return
    day = days_of_entry(hold.case).get("arrived_on") or timezone.localdate(hold.case.submitted_at)
    check_day(hold.day, earliest=day, today=timezone.localdate())
    hold.case.received_on = day
    give_number(hold.case, received_on=day)
    kept = {"kind": EventKind.RECEIVED, "day": day, "data": {"arrived_on": day.isoformat()}}
    CaseEvent.objects.create(case=hold.case, by=hold.user, state_after=hold.case.state, **kept)


def require_receipt(hold: Hold) -> None:
    """Raise :class:`CaseRefused` while the receipt day is open: no period runs without one."""
    if hold.case.received_on is None:
        raise CaseRefused(_("Settle the receipt day first."))
