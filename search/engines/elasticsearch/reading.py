"""An answer of ``_search`` in the words of the contract."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from search.engines.contract import AnyFacet, FoundAttachment, Hit, SearchAnswer, SearchRequest, Sort, facet_named
from search.engines.passages import found_in, holder, holding_first

from .facets import values_counted
from .requests import BEST, encode_cursor, is_beyond


def answer_from(request: SearchRequest, response: Mapping[str, Any]) -> SearchAnswer:
    """``response`` as the contract puts it. A search that was cut short, or a page too deep, is bounded."""
    found = response["hits"]["hits"]
    shown = found[: request.size]
    return SearchAnswer(
        hits=_hits(request, shown),
        total=response["hits"]["total"]["value"],
        facets=_facets(response.get("aggregations", {})),
        next_cursor=encode_cursor(shown[-1]["sort"]) if shown and len(found) > len(shown) else "",
        is_bounded=response["timed_out"] or is_beyond(request),
    )


def _facets(counted: Mapping[str, Any]) -> dict[AnyFacet, dict[str, int]]:
    return {facet_named(name): values_counted(facet["values"]["buckets"]) for name, facet in counted.items()}


def _hits(request: SearchRequest, found: list[Mapping[str, Any]]) -> tuple[Hit, ...]:
    holds = holder(request.question)
    return tuple(_hit(request, hit, holds) for hit in found)


def _hit(request: SearchRequest, found: Mapping[str, Any], holds: Any) -> Hit:
    shown = found["_source"]["shown"]
    force, is_in_force = _force_on(request.on, shown["force"])
    return Hit(
        key=int(found["_id"]),
        version=found["_version"],
        url=shown["url"],
        page_type=shown["page_type"],
        title=shown["title"],
        number=shown["number"],
        district=shown["district"],
        unit=shown["unit"],
        columns=tuple(shown["columns"]),
        published_on=_day(shown["published_on"]),
        force=force,
        is_in_force=is_in_force,
        passages=holding_first(_texts(shown["passages"]), holds),
        attachments=found_in((FoundAttachment(n, url, _texts(texts)) for n, url, texts in shown["attachments"]), holds),
        companions=tuple(shown["companions"]),
        score=_score(request, found),
    )


def _score(request: SearchRequest, found: Mapping[str, Any]) -> float:
    """What the words are worth, without what lifts the best bets above all others."""
    return (found["_score"] or 0.0) % BEST if request.sort is Sort.RELEVANCE else 0.0


def _texts(passages: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((heading, text) for heading, text in passages)


def _day(written: str | None) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None


def _force_on(on: dt.date, spans: list[tuple[str, bool, str, str]]) -> tuple[str, bool | None]:
    """The span that holds the day; days are written so that their order is that of their letters."""
    day = on.isoformat()
    return next(((force, is_in) for force, is_in, start, end in spans if start <= day <= end), ("", None))
