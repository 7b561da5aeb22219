"""Writing changes into an index file, whatever order they are delivered in."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain

from search.documents import SearchDocument, Tombstone
from search.engines.contract import Failure, Prepared

from .rows import Rows, rows_for
from .schema import COLUMNS, get_state, set_state

Change = Rows | Tombstone
_TEXTS = f"texts (rowid, {', '.join(COLUMNS.values())})"
#: Rows of one statement. While a statement runs the other threads of the process work; between two the writing thread
#: has to wait for its turn, so that one statement a row takes five times as long beside a thread that cuts texts.
_ROWS_AT_ONCE = 100
_IN = "IN (SELECT value FROM json_each(?))"


def prepare(changes: Iterable[SearchDocument | Tombstone]) -> Prepared:
    """What will be written for ``changes``, and those of which nothing can be made."""
    prepared: list[Change] = []
    failures: list[Failure] = []
    for change in changes:
        try:
            prepared.append(change if isinstance(change, Tombstone) else rows_for(change))
        except (ValueError, TypeError, AttributeError) as error:
            failures.append(Failure(change.key, f"The embedded engine can make nothing of it: {error}"))
    return Prepared(prepared, failures)


def write(connection: sqlite3.Connection, changes: Sequence[Change]) -> None:
    """Write ``changes`` in one transaction: of two states of a document the higher version stays, also a tombstone."""
    with transaction(connection, "IMMEDIATE"):
        winners = _winners(connection, changes)
        if winners:
            _bury(connection, list(winners))
            _keep_tombstones(connection, [one for one in winners.values() if isinstance(one, Tombstone)])
            _add(connection, [one for one in winners.values() if isinstance(one, Rows)])
            set_state(connection, "changes", str(int(get_state(connection, "changes")) + 1))


@contextmanager
def transaction(connection: sqlite3.Connection, kind: str = "DEFERRED") -> Iterator[None]:
    """All or nothing; readers keep the state of the moment when they first read."""
    connection.execute(f"BEGIN {kind}")
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _rank(change: Change) -> tuple[int, bool]:
    """Between a document and a tombstone of one version the tombstone stays."""
    return change.version, isinstance(change, Tombstone)


def _winners(connection: sqlite3.Connection, changes: Sequence[Change]) -> dict[int, Change]:
    latest: dict[int, Change] = {}
    for change in changes:
        if change.key not in latest or _rank(change) > _rank(latest[change.key]):
            latest[change.key] = change
    keys = json.dumps(list(latest))
    held = {key: (version, False) for key, version in _versions(connection, "docs", keys)}
    held |= {key: (version, True) for key, version in _versions(connection, "tombstones", keys)}
    return {key: change for key, change in latest.items() if key not in held or _rank(change) > held[key]}


def _versions(connection: sqlite3.Connection, table: str, keys: str) -> list[tuple[int, int]]:
    return connection.execute(f"SELECT key, version FROM {table} WHERE key {_IN}", [keys]).fetchall()  # noqa: S608


def _bury(connection: sqlite3.Connection, keys: list[int]) -> None:
    written = json.dumps(keys)
    rows = [row for (row,) in connection.execute(f"SELECT row FROM docs WHERE key {_IN}", [written])]  # noqa: S608
    connection.executemany("INSERT INTO dead (row) VALUES (?)", [(row,) for row in rows])
    for table in ("docs", "bodies"):
        connection.execute(f"DELETE FROM {table} WHERE row {_IN}", [json.dumps(rows)])  # noqa: S608
    connection.execute(f"DELETE FROM tombstones WHERE key {_IN}", [written])  # noqa: S608


def _keep_tombstones(connection: sqlite3.Connection, tombstones: Sequence[Tombstone]) -> None:
    rows = [(tombstone.key, tombstone.version) for tombstone in tombstones]
    connection.executemany("INSERT INTO tombstones VALUES (?, ?)", rows)


def _add(connection: sqlite3.Connection, documents: Sequence[Rows]) -> None:
    first = int(get_state(connection, "rows")) + 1
    numbered = list(enumerate(documents, first))
    _insert(connection, _TEXTS, [(row, *one.texts) for row, one in numbered])
    _insert(connection, "bodies", [(row, one.body) for row, one in numbered])
    _insert(connection, "docs", [(row, one.key, one.version, one.facts) for row, one in numbered])
    set_state(connection, "rows", str(first + len(documents) - 1))


def _insert(connection: sqlite3.Connection, table: str, rows: Sequence[tuple[object, ...]]) -> None:
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        chunk = rows[start : start + _ROWS_AT_ONCE]
        values = ", ".join([f"({', '.join('?' * len(chunk[0]))})"] * len(chunk))
        connection.execute(f"INSERT INTO {table} VALUES {values}", list(chain.from_iterable(chunk)))  # noqa: S608
