"""A request in the words of ``_search``."""

from __future__ import annotations

import base64
import json
from collections.abc import Collection
from typing import Any, Final

from search.engines.contract import SearchRequest, Sort

from .facets import counts, fixed_filters, later_filters
from .mapping import WINDOW
from .phrases import Query
from .questions import found_by, weighed
from .ranking import in_circumstances

#: Seconds after which a node answers with what it has found so far.
LIMIT: Final = "2s"
#: Lifts a document above every score, and leaves room for an order among those that are lifted.
BEST: Final = 1_000_000.0

_ORDERS: Final[dict[Sort, list[Query]]] = {
    Sort.RELEVANCE: [{"_score": "desc"}, {"published_day": {"order": "desc", "missing": "_last"}}],
    Sort.NEWEST: [{"published_day": {"order": "desc", "missing": "_last"}}],
    Sort.OLDEST: [{"published_day": {"order": "asc", "missing": "_last"}}],
    Sort.NUMBER: [{"number_order": {"order": "asc", "missing": "_last"}}],
}


def search_body(request: SearchRequest, forces: Collection[str]) -> Query:
    """The body of a search. One hit more than wanted is asked for: it says whether there is a next page."""
    return {
        "query": _with_best(request, _ordered(request)),
        "post_filter": later_filters(request),
        "aggs": counts(request, forces),
        "sort": _sort(request),
        "track_total_hits": True,
        "version": True,
        "timeout": LIMIT,
        **_page(request),
    }


def is_beyond(request: SearchRequest) -> bool:
    """Whether the page lies so deep that only a cursor leads there."""
    return not request.cursor and request.offset + request.size >= WINDOW


def encode_cursor(values: list[Any]) -> str:
    """The place behind a hit, as text that an address may hold."""
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode()


def decode_cursor(cursor: str, request: SearchRequest) -> list[Any]:
    """Raises ``ValueError`` when no answer to such a request can have given ``cursor``."""
    try:
        values = json.loads(base64.b64decode(cursor, altchars=b"-_", validate=True))
    except ValueError as error:
        raise ValueError("This is no cursor.") from error
    if not isinstance(values, list) or len(values) != len(_sort(request)):
        raise ValueError("This cursor belongs to another order.")
    return values


def _page(request: SearchRequest) -> Query:
    if is_beyond(request):
        return {"size": 0}
    if request.cursor:
        return {"size": request.size + 1, "search_after": decode_cursor(request.cursor, request)}
    return {"size": request.size + 1, "from": request.offset}


def _sort(request: SearchRequest) -> list[Query]:
    first: list[Query] = [{"_score": "desc"}] if request.best and request.sort is not Sort.RELEVANCE else []
    return [*first, *_ORDERS[request.sort], {"key": "desc"}]


def _ordered(request: SearchRequest) -> Query:
    """Scored for relevance; other orders need no score, and finding without one is quicker."""
    fixed = fixed_filters(request)
    if request.sort is not Sort.RELEVANCE:
        return {"bool": {"filter": [found_by(request.question), *fixed]}}
    return in_circumstances({"bool": {"must": [weighed(request.question)], "filter": fixed}}, request)


def _with_best(request: SearchRequest, ordered: Query) -> Query:
    if not request.best:
        return ordered
    count = len(request.best)
    lifted = [
        {"constant_score": {"filter": {"term": {"key": key}}, "boost": BEST * (count - place)}}
        for place, key in enumerate(request.best)
    ]
    return {"bool": {"must": [ordered], "should": lifted}}
