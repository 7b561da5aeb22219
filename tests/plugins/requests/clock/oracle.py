"""The deadline by another way, from the text of the law: a list of all working days, filtered, and read at one place.

Nothing here knows of walks, phases or ledgers. Working days come from ``chinese_calendar`` itself; a year that it does
not know has its weekdays.
"""

from __future__ import annotations

import bisect
import datetime as dt
from dataclasses import dataclass, field

import chinese_calendar

DAY = dt.timedelta(days=1)


def is_workday(day: dt.date, unknown: frozenset[int]) -> bool:
    if day.year in unknown:
        return day.isoweekday() < 6
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.isoweekday() < 6


@dataclass
class Inquiry:
    """Somebody who was asked, and when an answer came, if ever."""

    asked: dt.date
    answered: dt.date | None = None


@dataclass
class Fee:
    """Asked for and paid, if ever; from when on its days count, how many there are, and what it does to the answer."""

    asked: dt.date
    paid: dt.date | None
    counted_from: dt.date
    days: int = 30
    effect: str = "restart"
    sent: dt.date | None = None
    served: dt.date | None = None


@dataclass
class Story:
    """What happened, as a lawyer would tell it."""

    received: dt.date
    correction: tuple[dt.date, dt.date | None] | None = None
    inquiries: list[Inquiry] = field(default_factory=list)
    extension: int = 0
    fee: Fee | None = None
    extended: dt.date | None = None
    organs: int = 0


class Oracle:
    """Knows all working days from one day to another."""

    def __init__(self, first: dt.date, last: dt.date, unknown: frozenset[int] = frozenset()) -> None:
        span = (first + DAY * number for number in range((last - first).days))
        self.workdays = [day for day in span if is_workday(day, unknown)]

    def after(self, day: dt.date, number: int) -> dt.date:
        """The last day of a period of ``number`` working days that starts on the day after ``day``."""
        return self.workdays[bisect.bisect_right(self.workdays, day) + number - 1]

    def last_to_pay(self, fee: Fee) -> dt.date:
        """So many calendar days after the one from which they count; the next working day where it is none."""
        return self.workdays[bisect.bisect_left(self.workdays, fee.counted_from + DAY * fee.days)]

    def counted(self, story: Story) -> list[dt.date]:
        """The days that count, the deadline last: Arts. 30, 32 to 34 and the rule on fees.

        None while the applicant has not done what was asked.
        """
        fee = story.fee
        restarted = (fee.asked, fee.paid) if fee and fee.effect == "restart" else None
        waits = [wait for wait in (story.correction, restarted) if wait]
        if any(done is None for _asked, done in waits):
            return []
        begin = max([story.received, *(done for _asked, done in waits if done)])
        stopped: set[dt.date] = set()
        if fee and fee.effect == "pause":
            end = min(fee.paid or dt.date.max, self.last_to_pay(fee))
            stopped |= {fee.asked + DAY * number for number in range(1, (end - fee.asked).days + 1)}
        for inquiry in story.inquiries:
            end = min(inquiry.answered or dt.date.max, self.after(inquiry.asked, 15))
            stopped |= {inquiry.asked + DAY * number for number in range(1, (end - inquiry.asked).days + 1)}
        first = bisect.bisect_right(self.workdays, begin)
        left = [day for day in self.workdays[first : first + 120] if day not in stopped]
        return left[: 20 + story.extension]
