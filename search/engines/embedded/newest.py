"""The newest of many rows, without sorting them: all rows stand in the order of their days already."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import compress, islice
from threading import Lock


class Newest:
    """All rows by day, put in order when they are asked for and some have come since."""

    def __init__(self, days: Sequence[int]) -> None:
        self._days = days
        self._ordered: list[int] = []
        self._lock = Lock()

    def of(self, rows: Collection[int], count: int) -> list[int]:
        """The ``count`` newest of ``rows``, or all if they are no more; the newest first."""
        ordered = self._by_day()
        asked = bytearray(len(ordered))
        for row in rows:
            asked[row] = 1
        return list(islice(compress(ordered, map(asked.__getitem__, ordered)), max(count, 0)))

    def _by_day(self) -> list[int]:
        with self._lock:
            size = len(self._days)
            if len(self._ordered) < size:
                # Nearly in order, which this kind of sorting is quick at. Of one day the later row comes first, so that
                # all processes agree, whenever they met which rows. Those who read the former list keep it.
                rows = [*reversed(self._ordered), *range(len(self._ordered), size)]
                self._ordered = sorted(rows, key=self._days.__getitem__)[::-1]
            return self._ordered
