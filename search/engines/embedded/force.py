"""Legal force on a day: for each force the set of rows that have it, worked out once for a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock

from .bits import bits_of

Span = tuple[str, bool, int, int]  # force, whether it is in force, first and last day as ordinals
_DAYS_KEPT = 16


@dataclass(slots=True)
class ForceOn:
    """The state of one day, for the rows up to ``known``."""

    known: int = 0
    rows_with: dict[str, int] = field(default_factory=dict)
    in_force: int = 0
    bound: int = 0  # rows that have spans at all: only they can be out of force


class ForceTable:
    """Spans of all rows that have any."""

    def __init__(self) -> None:
        self._rows: list[int] = []
        self._spans: dict[int, Sequence[Span]] = {}
        self._days: dict[int, ForceOn] = {}
        self._lock = Lock()

    def learn(self, row: int, spans: Sequence[Span]) -> None:
        """Remember the spans of a new row, higher than all before."""
        if spans:
            self._spans[row] = spans
            self._rows.append(row)

    def of(self, row: int, day: int) -> tuple[str, bool | None]:
        """Force of a row on a day and whether that is in force; ``("", None)`` if nothing says."""
        spans = self._spans.get(row, ())
        return next(((force, is_in) for force, is_in, start, end in spans if start <= day <= end), ("", None))

    def on(self, day: int) -> ForceOn:
        """The sets of a day, an ordinal; they grow with the table."""
        with self._lock:
            found = self._days.get(day)
            if found is None:
                while len(self._days) >= _DAYS_KEPT:
                    del self._days[next(iter(self._days))]
                found = self._days[day] = ForceOn()
            if found.known < len(self._rows):
                self._extend(found, day)
            return found

    def _extend(self, state: ForceOn, day: int) -> None:
        new = self._rows[state.known :]
        size = new[-1] + 1
        rows_with: dict[str, list[int]] = defaultdict(list)
        in_force = []
        for row in new:
            force, is_in = self.of(row, day)
            rows_with[force].append(row)
            if is_in:
                in_force.append(row)
        for force, rows in rows_with.items():
            state.rows_with[force] = state.rows_with.get(force, 0) | bits_of(rows, size=size)
        state.in_force |= bits_of(in_force, size=size)
        state.bound |= bits_of(new, size=size)
        state.known += len(new)
