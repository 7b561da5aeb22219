"""Hits from the bodies of rows."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from search.engines.contract import FoundAttachment, Hit, SearchRequest
from search.engines.passages import Texts, found_in, holder, holding_first

from .snapshot import Snapshot

_BODIES = (
    "SELECT bodies.row, key, version, body FROM bodies JOIN docs USING (row) "
    "WHERE bodies.row IN (SELECT value FROM json_each(?))"
)


def load_hits(
    connection: sqlite3.Connection,
    rows: Sequence[int],
    scores: dict[int, float],
    request: SearchRequest,
    snapshot: Snapshot,
) -> tuple[Hit, ...]:
    """A hit for each of ``rows``, in their order."""
    holds = holder(request.question)
    day = request.on.toordinal()
    hits = {
        row: _hit(
            json.loads(body),
            holds,
            key=key,
            version=version,
            force=snapshot.force.of(row, day),
            score=scores.get(row, 0.0),
        )
        for row, key, version, body in connection.execute(_BODIES, [json.dumps(rows)]).fetchall()
    }
    return tuple(hits[row] for row in rows)


def _hit(
    body: dict[str, Any],
    holds: Callable[[str], bool],
    *,
    key: int,
    version: int,
    force: tuple[str, bool | None],
    score: float,
) -> Hit:
    shown = {name: body[name] for name in ("url", "page_type", "title", "number", "district", "unit")}
    attachments = (FoundAttachment(name, url, _texts(texts)) for name, url, texts in body["attachments"])
    return Hit(
        **shown,
        key=key,
        version=version,
        columns=tuple(body["columns"]),
        published_on=dt.date.fromisoformat(body["published_on"]) if body["published_on"] else None,
        force=force[0],
        is_in_force=force[1],
        passages=holding_first(_texts(body["passages"]), holds),
        attachments=found_in(attachments, holds),
        companions=tuple(body["companions"]),
        score=score,
    )


def _texts(passages: list[list[str]]) -> Texts:
    return tuple((heading, text) for heading, text in passages)
