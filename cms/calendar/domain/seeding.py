"""The years that an installation starts with; administrators load the following ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from chinese_calendar import Holiday
from chinese_calendar.constants import holidays, workdays

FRIDAY = 4


def announced_days(year: int) -> Iterator[tuple[dt.date, bool, str]]:
    """Day, whether one works, and the holiday's name; nothing for a year that has not been announced."""
    names = {holiday.value: holiday.chinese for holiday in Holiday}
    yield from ((day, False, names[name]) for day, name in holidays.items() if day.year == year)
    make_up = ((day, name) for day, name in workdays.items() if day.year == year and day.weekday() > FRIDAY)
    yield from ((day, True, names[name]) for day, name in make_up)


def seed_years(model: Any, *years: int) -> None:
    """Add what has been announced for ``years`` to ``model``, also a historical one; what is there stays as it is."""
    for year in years:
        for day, is_working, name in announced_days(year):
            model.objects.get_or_create(day=day, defaults={"is_working": is_working, "name": name})
