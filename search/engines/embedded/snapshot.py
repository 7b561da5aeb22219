"""What a process remembers of an index file: everything that is asked of every hit, so that counting reads no table.

Rows are written once and never changed, so what is remembered stays true and only grows.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

from search.engines.contract import AnyFacet, facet_named

from .bits import bits_of
from .circumstances import Circumstances
from .force import ForceTable
from .newest import Newest
from .recent import Recent
from .schema import get_state

Value = tuple[AnyFacet, str]


class Behind(Exception):
    """The transaction sees an older state than what is remembered already; a new one will not."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state of an index.

    Lists are indexed by row, and may have grown since; place 0 and the places of rows that were dead already when they
    were met are empty. ``size`` is one more than the last row of the state, ``alive`` the set of its living rows.
    """

    changes: int
    size: int
    alive: int
    keys: Sequence[int]
    days: list[int]
    titles: Sequence[str]
    numbers: Sequence[str]
    orders: Sequence[str]
    values: Sequence[tuple[int, ...]]
    rows_by_number: Mapping[str, Mapping[str, Sequence[int]]]
    value_names: Sequence[Value]
    value_bits: Sequence[int]
    codes: Mapping[Value, int]
    force: ForceTable
    circumstances: Circumstances
    newest: Newest
    recent: Recent


class Memory:
    """Grows with the index; hands out snapshots."""

    def __init__(self) -> None:
        self._keys: list[int] = [0]
        self._days: list[int] = [0]
        self._titles: list[str] = [""]
        self._numbers: list[str] = [""]
        self._orders: list[str] = [""]
        self._values: list[tuple[int, ...]] = [()]
        self._rows_by_number: dict[str, dict[str, list[int]]] = {"number_key": {}, "index_number": {}}
        self._value_names: list[Value] = []
        self._value_bits: list[int] = []
        self._codes: dict[Value, int] = {}
        self._force = ForceTable()
        self._circumstances = Circumstances(self._days, self._force)
        self._newest = Newest(self._days)
        self._recent = Recent()
        self._alive = 0
        self._dead_up_to = 0
        self._lock = Lock()
        self._current = self._snapshot(changes=-1)

    def refresh(self, connection: sqlite3.Connection) -> Snapshot:
        """The state that ``connection``'s transaction sees; raises :class:`Behind` when a newer one is known."""
        changes = int(get_state(connection, "changes"))
        current = self._current
        if changes == current.changes:
            return current
        with self._lock:
            if changes < self._current.changes:
                raise Behind
            if changes > self._current.changes:
                self._learn_rows(connection)
                self._learn_deaths(connection)
                self._current = self._snapshot(changes)
            return self._current

    def _snapshot(self, changes: int) -> Snapshot:
        return Snapshot(
            changes=changes,
            size=self._size,
            alive=self._alive,
            keys=self._keys,
            days=self._days,
            titles=self._titles,
            numbers=self._numbers,
            orders=self._orders,
            values=self._values,
            rows_by_number=self._rows_by_number,
            value_names=self._value_names,
            value_bits=self._value_bits,
            codes=self._codes,
            force=self._force,
            circumstances=self._circumstances,
            newest=self._newest,
            recent=self._recent,
        )

    @property
    def _size(self) -> int:
        return len(self._keys)

    def _learn_rows(self, connection: sqlite3.Connection) -> None:
        rows_of_value: dict[int, list[int]] = defaultdict(list)
        added = []
        query = "SELECT row, key, facts FROM docs WHERE row >= ? ORDER BY row"
        for row, key, facts in connection.execute(query, [self._size]).fetchall():
            self._learn_row(row, key, json.loads(facts))
            added.append(row)
            for code in self._values[row]:
                rows_of_value[code].append(row)
        self._make_room(int(get_state(connection, "rows")) + 1)
        for code, rows in rows_of_value.items():
            self._value_bits[code] |= bits_of(rows, size=self._size)
        self._alive |= bits_of(added, size=self._size)

    def _learn_row(self, row: int, key: int, facts: dict[str, Any]) -> None:
        self._make_room(row)
        self._force.learn(row, facts["force"])  # before the row's day: what a day is worth is worked out from both
        self._titles.append(f" {facts['title']} ")
        self._numbers.append(f" {facts['number']} ")
        self._orders.append(facts["order"])
        self._days.append(facts["day"])
        self._values.append(self._codes_of(facts["values"]))
        self._keys.append(key)
        for name, rows in self._rows_by_number.items():
            rows.setdefault(facts[name], []).append(row)

    def _make_room(self, size: int) -> None:
        """Empty places for rows that died unmet."""
        missing = size - self._size
        for texts in (self._titles, self._numbers, self._orders):
            texts += [""] * missing
        self._days += [0] * missing
        self._values += [()] * missing
        self._keys += [0] * missing

    def _codes_of(self, values: dict[str, list[str]]) -> tuple[int, ...]:
        return tuple(self._code_of((facet_named(name), value)) for name, found in values.items() for value in found)

    def _code_of(self, value: Value) -> int:
        code = self._codes.get(value)
        if code is None:
            self._value_names.append(value)
            self._value_bits.append(0)
            code = self._codes[value] = len(self._value_names) - 1
        return code

    def _learn_deaths(self, connection: sqlite3.Connection) -> None:
        query = "SELECT sequence, row FROM dead WHERE sequence > ? ORDER BY sequence"
        deaths = connection.execute(query, [self._dead_up_to]).fetchall()
        if deaths:
            self._dead_up_to = deaths[-1][0]
            self._alive &= ~bits_of([row for _sequence, row in deaths], size=self._size)
