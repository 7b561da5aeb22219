"""The timeline of a document's legal force as geometry: periods in, positions out. No database, no markup.

Positions are percentages of the picture's width, so the picture stretches with its page while its type does not.
Lengths are proportional to time as far as the shortest period can still be told from its neighbours.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from disclosure_pages.documents.force.enums import FORCES_IN_FORCE
from disclosure_pages.documents.force.facts import Period

#: The narrowest a period may be, in per cent, if there are few enough: a numbered mark fits in on the smallest screen.
LEAST_WIDTH = 9.0
OPEN_END = dt.timedelta(days=365)  # how far beyond the last change the picture goes


@dataclass(frozen=True)
class Bar:
    """One period: ``number`` as in the list below the picture, ``x`` and ``width`` in per cent."""

    number: int
    force: str
    x: float
    width: float
    is_in_force: bool
    is_current: bool

    @property
    def middle(self) -> float:
        """Where its number stands."""
        return round(self.x + self.width / 2, 2)


@dataclass(frozen=True)
class Timeline:
    """The picture: bars from left to right without gap, and where today is."""

    bars: list[Bar]
    today: float

    @property
    def today_anchor(self) -> str:
        """Which end of the word “today” stands at its line, so that it does not leave the picture."""
        return "start" if self.today < 15 else "end" if self.today > 85 else "middle"


def draw_timeline(periods: Sequence[Period], *, today: dt.date) -> Timeline:
    """The picture of ``periods``, which are in order and cover all time."""
    edges = _edges(periods, today)
    widths = stretch([(end - start).days for start, end in pairwise(edges)])
    starts = [0.0, *accumulate(widths)]
    bars = [
        Bar(
            number=number,
            force=period.force,
            x=round(start, 2),
            width=round(width, 2),
            is_in_force=period.force in FORCES_IN_FORCE,
            is_current=period.holds(today),
        )
        for number, (period, start, width) in enumerate(zip(periods, starts, widths, strict=False), start=1)
    ]
    return Timeline(bars=bars, today=_position(today, edges, starts))


def _edges(periods: Sequence[Period], today: dt.date) -> list[dt.date]:
    """First day of each period and a last day; the two ends, which have none, are where there is something to see."""
    changes = [period.starts_on for period in periods if period.starts_on is not None]
    known = [*changes, today]
    first, last = _shift(min(known), -OPEN_END), _shift(max(known), OPEN_END)
    return [first, *changes, last]


def _shift(day: dt.date, by: dt.timedelta) -> dt.date:
    ordinal = day.toordinal() + by.days
    return dt.date.fromordinal(max(dt.date.min.toordinal(), min(dt.date.max.toordinal(), ordinal)))


def stretch(days: Sequence[int]) -> list[float]:
    """Widths that add up to 100, proportional to ``days`` except that none is too narrow for its number."""
    least = min(LEAST_WIDTH, 100 / len(days))
    narrow: set[int] = set()
    while True:
        room = 100 - least * len(narrow)
        total = sum(length for index, length in enumerate(days) if index not in narrow)
        widths = [
            least if index in narrow else room * length / total if total else room / (len(days) - len(narrow))
            for index, length in enumerate(days)
        ]
        more = {index for index, width in enumerate(widths) if width < least} - narrow
        if not more or len(narrow | more) == len(days):
            return widths
        narrow |= more


def _position(day: dt.date, edges: Sequence[dt.date], starts: Sequence[float]) -> float:
    for (start, end), (left, right) in zip(pairwise(edges), pairwise(starts), strict=True):
        if start <= day < end:
            return round(left + (right - left) * (day - start).days / (end - start).days, 2)
    return 100.0
