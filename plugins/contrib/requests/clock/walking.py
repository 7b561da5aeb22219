"""Day by day from receipt to the deadline. The deadline is the day that the walk ends with, so both always agree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plugins.api import WorkingCalendar

from .course import Course
from .enums import DayKind, Reason
from .events import Event

ONE_DAY = dt.timedelta(days=1)
FRIDAY = 4


class LedgerDay(NamedTuple):
    """One day: what it is, why, and as which day of how many it counts; ``number`` is 0 for one that does not count.

    ``name`` is that of the holiday, where known, or tells who is asked. ``events`` happened on the day.
    """

    day: dt.date
    kind: DayKind
    reason: Reason
    name: str
    number: int
    allowance: int
    is_provisional: bool
    events: tuple[Event, ...] = ()


def due_of(course: Course, calendar: WorkingCalendar) -> dt.date | None:
    """The last day for the answer; ``None`` while the applicant has to do something first."""
    return deadline_in(course, [*walk(course, calendar)])


def deadline_in(course: Course, days: Sequence[LedgerDay]) -> dt.date | None:
    """The same, from days that were walked already."""
    if course.open_pause:
        return None
    return next((day.day for day in reversed(days) if day.kind == DayKind.COUNTED), None)


def walk(course: Course, calendar: WorkingCalendar, *, until: dt.date | None = None) -> Iterator[LedgerDay]:
    """The days from receipt to the deadline; while the applicant has to do something, to the last day for that.

    Further ones follow up to the end of the case, or while it is open up to ``until``.
    """
    last = max(filter(None, (course.last_known, None if course.concluded else until)))
    starts = {start.day: start.allowance for start in course.starts}
    events, waited = _by_day(course), course.open_pause
    day, number, allowance = course.received, 0, starts[course.received]
    what = (DayKind.START, Reason.RECEIVED, "")
    yield LedgerDay(day, *what, 0, allowance, calendar.is_provisional(day), events.get(day, ()))
    while day < last or not (course.concluded or day >= waited.due if waited else number >= allowance):
        day += ONE_DAY
        what = _what(course, calendar, day, is_late=number >= allowance)
        is_counted = what[0] is DayKind.COUNTED
        number += is_counted
        provisional = calendar.is_provisional(day)
        yield LedgerDay(day, *what, number if is_counted else 0, allowance, provisional, events.get(day, ()))
        if day in starts:
            number, allowance = 0, starts[day]


def _by_day(course: Course) -> dict[dt.date, tuple[Event, ...]]:
    days: dict[dt.date, tuple[Event, ...]] = {}
    for event in course.events:
        days[event.day] = (*days.get(event.day, ()), event)
    return days


def _what(course: Course, calendar: WorkingCalendar, day: dt.date, *, is_late: bool) -> tuple[DayKind, Reason, str]:
    pause = next((pause for pause in course.pauses if pause.covers(day)), None)
    if is_late and not (pause and pause.why == Reason.CONCLUDED):
        return DayKind.LATE, Reason.EXPIRED, ""
    if pause:
        return DayKind.PAUSED, pause.why, pause.who
    is_weekend = day.weekday() > FRIDAY
    if calendar.is_working(day):
        return DayKind.COUNTED, Reason.MAKE_UP if is_weekend else Reason.WORKING, calendar.names.get(day, "")
    reason = Reason.HOLIDAY if day in calendar.exceptions else Reason.WEEKEND
    return DayKind.SKIPPED, reason, calendar.names.get(day, "")
