"""A fee: the days to pay it, and what it does to the period for the answer.

Both are the district's to say (see :class:`~.rules.Rules`): an event tells the rule that held when it was asked for.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from django.utils.translation import gettext as _

from plugins.contrib.requests.enums import EventKind

from .course import Course, Due, FeeTerm, Pause
from .endings import check_in_time
from .enums import DueKind, FeeEffect, Phase, Reason, TermStart
from .events import Event
from .exceptions import EventRefused
from .rules import Terms

ONE_DAY = dt.timedelta(days=1)


def ask_fee(course: Course, event: Event, terms: Terms) -> None:
    """The applicant has calendar days to pay; a last day that is no working day moves to the next one."""
    check_in_time(course, event, terms)
    days, effect = event.days or terms.rules.payment, event.effect or terms.rules.fee_effect
    due = _due_of(FeeTerm(event.day, TermStart.ENTERED, days, effect, event.basis), terms)
    course.dues.append(due)
    course.phase = Phase.PAYING
    if effect != FeeEffect.NONE:
        known = due.day if effect == FeeEffect.PAUSE else None
        course.pauses.append(Pause(event.day, known, Reason.FEE, due.day, event.basis))


def tell_of_fee(course: Course, event: Event, terms: Terms) -> None:
    """The notice is issued, or has arrived: the days to pay count from then on; what is paid needs none any more."""
    if not any(due.kind == DueKind.PAYMENT for due in course.dues):
        raise EventRefused(event, _("No fee was asked for."), _("Write down first that it was, and when."))
    due = next(course.open_dues(DueKind.PAYMENT), None)
    start = TermStart.SERVED if event.kind == EventKind.FEE_SERVED else TermStart.SENT
    if due is None or due.term is None or (due.term.start == TermStart.SERVED and start == TermStart.SENT):
        return
    moved = _due_of(replace(due.term, since=event.day, start=start), terms)
    course.dues = [moved if one is due else one for one in course.dues]
    course.pauses = [_until(one, due.day, moved.day) for one in course.pauses]


def pay(course: Course, event: Event, terms: Terms) -> None:
    """The fee has come."""
    due = next(course.open_dues(DueKind.PAYMENT))
    course.settle(event.day, DueKind.PAYMENT)
    if due.term and due.term.effect == FeeEffect.RESTART:
        course.restart(event.day, Reason.FEE)
    else:
        course.end_pause(event.day, Reason.FEE)
        course.phase = Phase.RUNNING


def _due_of(term: FeeTerm, terms: Terms) -> Due:
    last = term.since + dt.timedelta(days=term.days)
    while not terms.calendar.is_working(last):
        last += ONE_DAY
    return Due(DueKind.PAYMENT, last, term=term)


def _until(pause: Pause, before: dt.date, last: dt.date) -> Pause:
    """The wait for the fee that lasted until ``before``, until ``last``; others as they are."""
    is_open = pause.why == Reason.FEE and pause.due == before and pause.last in (None, before)
    return replace(pause, last=pause.last and last, due=last) if is_open else pause
