"""All that the clock of a case says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.api import WorkingCalendar

from .course import Course, Due
from .enums import DayKind, DueKind, Phase, Reason
from .events import Event
from .reading import course_of
from .rules import Rules, Terms
from .walking import LedgerDay, deadline_in, walk


@dataclass(frozen=True, slots=True)
class Ledger:
    """``due`` is the last day for the answer; ``None`` while the applicant has to do something first.

    ``paused_until`` is the last day of the wait that is on, or was last: while it is not over nothing is counted.
    """

    received: dt.date
    due: dt.date | None
    phase: Phase
    allowance: int
    days: tuple[LedgerDay, ...]
    dues: tuple[Due, ...]
    paused_until: dt.date | None
    concluded: dt.date | None

    @property
    def provisional_years(self) -> tuple[int, ...]:
        """Years that count by weekdays alone, because their holidays have not been announced."""
        return tuple(sorted({day.day.year for day in self.days if day.is_provisional}))

    @property
    def counted(self) -> int:
        """How many days of the present period count up to its end, or to what is waited for."""
        return next((day.number for day in reversed(self.days) if day.number), 0)

    @property
    def is_in_time(self) -> bool | None:
        """Whether the case was concluded by its deadline; ``None`` while it is open."""
        return None if self.concluded is None else self.due is None or self.concluded <= self.due

    def remaining(self, today: dt.date) -> int | None:
        """Days that will count after ``today`` up to the deadline; ``None`` while there is none."""
        if self.due is None:
            return None
        return sum(day.kind == DayKind.COUNTED and today < day.day <= self.due for day in self.days)


def ledger_of(
    events: Iterable[Event],
    *,
    calendar: WorkingCalendar,
    rules: Rules | None = None,
    until: dt.date | None = None,
) -> Ledger:
    """The ledger of a case, from receipt to the deadline; of an open one further to ``until``.

    Raises :class:`~.exceptions.ClockRefused` for events that cannot be.
    """
    course = course_of(events, Terms(calendar, rules or Rules()))
    days = tuple(walk(course, calendar, until=until))
    due = deadline_in(course, days)
    dues = [*course.dues, *([Due(DueKind.ANSWER, due, course.concluded)] if due else [])]
    return Ledger(
        received=course.received,
        due=due,
        phase=course.phase,
        allowance=course.starts[-1].allowance,
        days=days,
        dues=tuple(sorted(dues, key=lambda one: (one.day, one.kind))),
        paused_until=_paused_until(course),
        concluded=course.concluded,
    )


def _paused_until(course: Course) -> dt.date | None:
    lasts = [pause.last or pause.due for pause in course.pauses if pause.why != Reason.CONCLUDED]
    return max(lasts, default=None)
