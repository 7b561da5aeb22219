"""Titles for what somebody has typed so far."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from search.engines.contract import FacetName, Field

from .bits import bits_of, rows_of
from .expressions import prefix_expression
from .snapshot import Snapshot

_MATCHING = "SELECT group_concat(rowid) FROM texts WHERE texts MATCH ?"
_BODIES = "SELECT row, body FROM bodies WHERE row IN (SELECT value FROM json_each(?))"


def complete(
    connection: sqlite3.Connection, snapshot: Snapshot, tokens: Sequence[str], *, district: str, limit: int
) -> list[str]:
    """Different titles with ``tokens``: those that begin with them first, then the shortest, then the newest."""
    expression = prefix_expression(tokens, Field.TITLE)
    if not expression or limit < 1:
        return []
    (found,) = connection.execute(_MATCHING, [expression]).fetchone()
    rows = bits_of(map(int, found.split(",")), size=snapshot.size) if found else 0
    code = snapshot.codes.get((FacetName.DISTRICT, district))
    rows &= snapshot.alive & (snapshot.value_bits[code] if code is not None else 0 if district else -1)
    return _titles(connection, _best(snapshot, rows_of(rows), f" {' '.join(tokens)}", limit))


def _best(snapshot: Snapshot, rows: Sequence[int], typed: str, limit: int) -> list[int]:
    """One row of each title."""
    titles, days = snapshot.titles, snapshot.days
    newest = {titles[row]: row for row in sorted(rows, key=lambda row: (days[row], snapshot.keys[row]))}
    ordered = sorted(newest, key=lambda title: (not title.startswith(typed), len(title), -days[newest[title]]))
    return [newest[title] for title in ordered[:limit]]


def _titles(connection: sqlite3.Connection, rows: list[int]) -> list[str]:
    bodies = dict(connection.execute(_BODIES, [json.dumps(rows)]).fetchall())
    return [json.loads(bodies[row])["title"] for row in rows]
