"""Whether a publication kept to its time limit."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from plugins.contrib.item_catalogue.enums import LimitKind

from .parsing import TimeLimit

ONE_DAY = dt.timedelta(days=1)
#: “At once” names no number: it is kept until the end of the first working day after the information was formed.
AT_ONCE_WORKING_DAYS = 1


class Workdays(Protocol):
    """A calendar of working days."""

    def is_working(self, day: dt.date) -> bool: ...

    def after(self, day: dt.date, count: int) -> dt.date: ...


def due_day(formed: dt.date, limit: TimeLimit, workdays: Workdays) -> dt.date | None:
    """The last day on which what was formed on ``formed`` may be published; ``None`` where no such day follows.

    Days are in Asia/Shanghai. A period starts on the day after the one that triggers it, and a last day that is no
    working day moves to the next one.
    """
    match limit.kind:
        case LimitKind.WORKING_DAYS:
            return workdays.after(formed, limit.number or 0)
        case LimitKind.AT_ONCE:
            return workdays.after(formed, AT_ONCE_WORKING_DAYS)
        case LimitKind.DAYS:
            last = formed + dt.timedelta(days=limit.number or 0)
        case LimitKind.YEARLY:
            last = _next_yearly(formed, limit)
        case _:
            return None
    while not workdays.is_working(last):
        last += ONE_DAY
    return last


def is_met(formed: dt.date, published: dt.date, limit: TimeLimit, workdays: Workdays) -> bool | None:
    """Whether publishing on ``published`` kept to the limit; ``None`` for one that sets no last day.

    A period of display says how long something stays, and a text that is not understood says nothing.
    """
    last = due_day(formed, limit, workdays)
    return None if last is None else published <= last


def _next_yearly(formed: dt.date, limit: TimeLimit) -> dt.date:
    """The first such day on or after ``formed``; 29 February means the end of that month."""
    days = (_day_of(year, limit.month or 1, limit.day or 1) for year in (formed.year, formed.year + 1))
    return next(day for day in days if day >= formed)


def _day_of(year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return dt.date(year, month + 1, 1) - ONE_DAY
