"""From a query to a request."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from search.engines.contract import AnyFacet, SearchRequest

from .parts import Query


def request_for(
    query: Query, *, on: dt.date, filters: Mapping[AnyFacet, frozenset[str]] | None = None, **options: Any
) -> SearchRequest:
    """A request for ``query``: filters that were chosen narrow those that were typed; ``options`` are other parts."""
    both = _both(query.filters, filters or {})
    return SearchRequest(question=query.question, on=on, filters=both, lifted=query.lifted, **options)


def _both(
    typed: Mapping[AnyFacet, frozenset[str]], chosen: Mapping[AnyFacet, frozenset[str]]
) -> dict[AnyFacet, frozenset[str]]:
    """Filters of both; values of a facet that both name have to be in both, and if none is, nothing will be found."""
    both = {name: typed[name] & chosen[name] for name in typed.keys() & chosen.keys()}
    return {**typed, **chosen, **both}
