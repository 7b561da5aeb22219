"""What a notice of fees does to the period, which is :class:`~.rules.Rules`' to say: the district confirms it."""

from __future__ import annotations

import datetime as dt

from .course import Course, Due, Pause
from .endings import check_in_time
from .enums import DueKind, FeeEffect, Phase, Reason
from .events import Event
from .rules import Terms

ONE_DAY = dt.timedelta(days=1)


def ask_fee(course: Course, event: Event, terms: Terms) -> None:
    """The applicant has calendar days to pay; a last day that is no working day moves to the next one."""
    check_in_time(course, event, terms)
    last = event.day + dt.timedelta(days=terms.rules.payment)
    while not terms.calendar.is_working(last):
        last += ONE_DAY
    course.dues.append(Due(DueKind.PAYMENT, last))
    course.phase = Phase.PAYING
    if terms.rules.fee_effect != FeeEffect.NONE:
        known = last if terms.rules.fee_effect == FeeEffect.PAUSE else None
        course.pauses.append(Pause(event.day, known, Reason.FEE, last))


def pay(course: Course, event: Event, terms: Terms) -> None:
    """The fee has come."""
    course.settle(event.day, DueKind.PAYMENT)
    if terms.rules.fee_effect == FeeEffect.RESTART:
        course.restart(event.day, Reason.FEE)
    else:
        course.end_pause(event.day, Reason.FEE)
        course.phase = Phase.RUNNING
