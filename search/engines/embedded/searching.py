"""One question, answered from one state of an index."""

from __future__ import annotations

import sqlite3

from search.engines.contract import Question, SearchAnswer, SearchRequest, Sort

from .bits import rows_of
from .filters import count_facets, narrow
from .found import Found
from .hits import load_hits
from .matching import find
from .ordering import Order, page_of
from .snapshot import Snapshot


def answer(connection: sqlite3.Connection, snapshot: Snapshot, request: SearchRequest) -> SearchAnswer:
    """Find, narrow, count, order, and load the page of hits."""
    found = _found(connection, snapshot, request.question)
    rows = rows_of(narrow(found.rows, request, snapshot))
    order = Order(found, rows, request, snapshot)
    page, next_cursor = page_of(order, request)
    return SearchAnswer(
        hits=load_hits(connection, page, order.scores, request, snapshot),
        total=len(rows),
        facets=count_facets(found.rows, request, snapshot),
        next_cursor=next_cursor,
        is_bounded=request.sort is Sort.RELEVANCE and not found.is_weighed,
    )


def _found(connection: sqlite3.Connection, snapshot: Snapshot, question: Question) -> Found:
    found = snapshot.recent.get(question, changes=snapshot.changes)
    if found is None:
        found = find(connection, question, snapshot)
        snapshot.recent.keep(question, found, changes=snapshot.changes)
    return found
