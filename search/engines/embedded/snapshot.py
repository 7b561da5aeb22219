"""What a process remembers of an index file: everything that is asked of every hit, so that counting reads no table.

Rows are written once and never changed, so what is remembered stays true and only grows.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from threading import Lock
from typing import Any

from search.engines.contract import FacetName

from .bits import bits_of
from .force import ForceTable
from .schema import get_state

Value = tuple[FacetName, str]


class Behind(Exception):
    """The transaction sees an older state than what is remembered already; a new one will not."""


class Snapshot:
    """Lists are indexed by row; place 0 and the places of rows that were dead already when they were met are empty."""

    def __init__(self) -> None:
        self.changes = -1
        self.alive = 0
        self.keys: list[int] = [0]
        self.days: list[int] = [0]
        self.titles: list[str] = [""]
        self.numbers: list[str] = [""]
        self.orders: list[str] = [""]
        self.values: list[tuple[int, ...]] = [()]
        self.row_of: dict[int, int] = {}
        self.rows_by_number: dict[str, dict[str, list[int]]] = {"number_key": {}, "index_number": {}}
        self.value_names: list[Value] = []
        self.value_bits: list[int] = []
        self.force = ForceTable()
        self._codes: dict[Value, int] = {}
        self._dead_up_to = 0
        self._lock = Lock()

    @property
    def size(self) -> int:
        """One more than the last row."""
        return len(self.keys)

    def code(self, name: FacetName, value: str) -> int | None:
        """The place of a facet's value in ``value_bits``; ``None`` if no document ever had it."""
        return self._codes.get((name, value))

    def refresh(self, connection: sqlite3.Connection) -> None:
        """Learn what ``connection``'s transaction sees; raises :class:`Behind` when another thread knows more."""
        changes = int(get_state(connection, "changes"))
        if changes == self.changes:
            return
        with self._lock:
            if changes < self.changes:
                raise Behind
            if changes > self.changes:
                self._learn_rows(connection)
                self._learn_deaths(connection)
                self.changes = changes

    def _learn_rows(self, connection: sqlite3.Connection) -> None:
        rows_of_value: dict[int, list[int]] = defaultdict(list)
        added = []
        query = "SELECT row, key, facts FROM docs WHERE row >= ? ORDER BY row"
        for row, key, facts in connection.execute(query, [self.size]).fetchall():
            self._learn_row(row, key, json.loads(facts))
            added.append(row)
            for code in self.values[row]:
                rows_of_value[code].append(row)
        self._make_room(int(get_state(connection, "rows")) + 1)
        for code, rows in rows_of_value.items():
            self.value_bits[code] |= bits_of(rows, size=self.size)
        self.alive |= bits_of(added, size=self.size)

    def _learn_row(self, row: int, key: int, facts: dict[str, Any]) -> None:
        self._make_room(row)
        self.titles.append(f" {facts['title']} ")
        self.numbers.append(f" {facts['number']} ")
        self.orders.append(facts["order"])
        self.days.append(facts["day"])
        self.values.append(self._codes_of(facts["values"]))
        self.keys.append(key)
        self.row_of[key] = row
        self.force.learn(row, facts["force"])
        for name, rows in self.rows_by_number.items():
            rows.setdefault(facts[name], []).append(row)

    def _make_room(self, size: int) -> None:
        """Empty places for rows that died unmet."""
        missing = size - self.size
        for texts in (self.titles, self.numbers, self.orders):
            texts += [""] * missing
        self.days += [0] * missing
        self.values += [()] * missing
        self.keys += [0] * missing

    def _codes_of(self, values: dict[str, list[str]]) -> tuple[int, ...]:
        return tuple(self._code_of((FacetName(name), value)) for name, found in values.items() for value in found)

    def _code_of(self, value: Value) -> int:
        code = self._codes.get(value)
        if code is None:
            self.value_names.append(value)
            self.value_bits.append(0)
            code = self._codes[value] = len(self.value_names) - 1
        return code

    def _learn_deaths(self, connection: sqlite3.Connection) -> None:
        query = "SELECT sequence, row FROM dead WHERE sequence > ? ORDER BY sequence"
        deaths = connection.execute(query, [self._dead_up_to]).fetchall()
        if deaths:
            self._dead_up_to = deaths[-1][0]
            self.alive &= ~bits_of([row for _sequence, row in deaths], size=self.size)
