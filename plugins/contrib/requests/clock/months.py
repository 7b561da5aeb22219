"""A ledger as sheets of a wall calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from .walking import LedgerDay

WEEK = 7


@dataclass(frozen=True, slots=True)
class Month:
    """``weeks`` begin on Monday; a place is ``None`` where the ledger, or the month, has no day."""

    first: dt.date
    weeks: tuple[tuple[LedgerDay | None, ...], ...]


def months_of(days: Iterable[LedgerDay]) -> Iterator[Month]:
    """The months that ``days``, which follow each other, touch."""
    for first, group in groupby(days, key=lambda one: one.day.replace(day=1)):
        yield Month(first, tuple(_weeks([*group])))


def _weeks(days: list[LedgerDay]) -> Iterator[tuple[LedgerDay | None, ...]]:
    before: list[LedgerDay | None] = [None] * days[0].day.weekday()
    places = [*before, *days]
    places += [None] * (-len(places) % WEEK)
    for start in range(0, len(places), WEEK):
        yield tuple(places[start : start + WEEK])
