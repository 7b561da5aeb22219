"""What a document is worth on a day whatever is asked: whether it is in force, and how new it is."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock

from search.engines.weights import IN_FORCE, RECENT, RECENT_DAYS

from .force import ForceTable

_DAYS_KEPT = 4


class Circumstances:
    """For each day that was asked about the worth of every row, worked out once."""

    def __init__(self, published: Sequence[int], force: ForceTable) -> None:
        self._published = published
        self._force = force
        self._days: dict[int, list[float]] = {}
        self._lock = Lock()

    def on(self, day: int) -> list[float]:
        """Worth by row on ``day``, an ordinal."""
        with self._lock:
            worth = self._days.get(day)
            if worth is None:
                while len(self._days) >= _DAYS_KEPT:
                    del self._days[next(iter(self._days))]
                worth = self._days[day] = []
            for row in range(len(worth), len(self._published)):
                worth.append(self._worth(row, day))
            return worth

    def _worth(self, row: int, day: int) -> float:
        worth = 1.0 if self._force.of(row, day)[1] is False else 1.0 + IN_FORCE
        published = self._published[row]
        return worth + RECENT * 0.5 ** (abs(day - published) / RECENT_DAYS) if published else worth
