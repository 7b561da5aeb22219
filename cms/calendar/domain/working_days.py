"""Count working days: Monday to Friday, less holidays, and the make-up days besides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from cms.calendar.models import CalendarDay

FRIDAY = 4
ONE_DAY = dt.timedelta(days=1)
#: New Year's Day, Labour Day, National Day: in every announcement, and on the same day each year.
EACH_YEAR = ((1, 1), (5, 1), (10, 1))


@dataclass(frozen=True)
class WorkingCalendar:
    """The days that differ from their weekday, day → whether it is a working day. Days are in Asia/Shanghai.

    ``names`` says to which holiday such a day belongs, where that is known.
    """

    exceptions: Mapping[dt.date, bool] = field(default_factory=dict)
    names: Mapping[dt.date, str] = field(default_factory=dict)

    @cached_property
    def known_years(self) -> frozenset[int]:
        """The years that have been announced: whole ones, so that a day which somebody adds ahead makes none known."""
        years = {day.year for day in self.exceptions}
        return frozenset(year for year in years if all(self._is_holiday(year, *day) for day in EACH_YEAR))

    def _is_holiday(self, year: int, month: int, day: int) -> bool:
        return self.exceptions.get(dt.date(year, month, day)) is False

    def is_working(self, day: dt.date) -> bool:
        """Whether ``day`` is a working day, as far as is known."""
        return self.exceptions.get(day, day.weekday() <= FRIDAY)

    def is_provisional(self, day: dt.date) -> bool:
        """Whether nothing has been announced for the year of ``day``, so that weekdays alone decide."""
        return day.year not in self.known_years

    def after(self, day: dt.date, count: int) -> dt.date:
        """The ``count``-th working day after ``day``: a period starts on the day after the one that triggers it."""
        for _step in range(count):
            day += ONE_DAY
            while not self.is_working(day):
                day += ONE_DAY
        return day

    def count_between(self, day: dt.date, last: dt.date) -> int:
        """Working days after ``day`` up to ``last`` inclusive; nought when ``last`` is no later."""
        span = range(1, (last - day).days + 1)
        return sum(self.is_working(day + number * ONE_DAY) for number in span)

    def earliest_in_time(self, *, on: dt.date, count: int) -> dt.date:
        """The earliest day whose ``count``-th working day after it is not over on ``on``.

        What happened before is late on ``on``: so a list is narrowed by one comparison instead of a count for each row.
        """
        day = on
        while self.after(day - ONE_DAY, count) >= on:
            day -= ONE_DAY
        return day


def working_calendar() -> WorkingCalendar:
    """The calendar as administrators keep it, in one query."""
    days = list(CalendarDay.objects.values_list("day", "is_working", "name"))
    return WorkingCalendar({day: working for day, working, _name in days}, {day: name for day, _working, name in days})
