"""Questions to the index that answers, and the pages of long answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from search.engines.contract import AnyFacet, EngineAway, SearchRequest

from .connection import PATIENCE, answering
from .facets import counts_after, fixed_filters, values_counted
from .phrases import Query
from .questions import found_by

if TYPE_CHECKING:
    from elasticsearch import Elasticsearch

_PAGE: Final = 5_000
#: Words that begin like the last token of a completion.
_BEGINNINGS: Final = 1_000


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks the index behind ``alias``. Every method raises ``EngineAway``."""

    client: Elasticsearch
    alias: str

    def ask(self, body: Query, about: str = "") -> dict[str, Any]:
        """What ``_search`` answers. Questions with the same ``about`` go to the same copy while it is there.

        A part of the index that no node can answer for would be missing silently, so that counts as no answer.
        """
        preference = sha256(about.encode("utf-8", "replace")).hexdigest()[:16]
        with answering(), _reading_cursor(body):
            response = self.client.search(index=self.alias, preference=preference, body=body).body
        if response["_shards"]["failed"] and not response["timed_out"]:
            raise EngineAway(f"Elasticsearch answers in part: {response['_shards']['failures'][0]['reason']}")
        return dict(response)

    def all_values(self, request: SearchRequest, name: AnyFacet) -> dict[str, int]:
        """Every value of a facet that has very many."""
        query = {"bool": {"filter": [found_by(request.question), *fixed_filters(request)]}}
        values: dict[str, int] = {}
        after = None
        while True:
            body = {"query": query, "size": 0, "aggs": counts_after(request, name, after)}
            counted = self.ask(body)["aggregations"][name.value]["values"]
            values |= values_counted(counted["buckets"])
            after = counted.get("after_key")
            if not after:
                return values

    def titles(self, tokens: Sequence[str], *, district: str, limit: int) -> list[str]:
        """Different titles that hold ``tokens`` as a phrase whose last token may be cut short."""
        body = {
            "query": {
                "bool": {
                    "must": [
                        {"match_phrase_prefix": {"title": {"query": " ".join(tokens), "max_expansions": _BEGINNINGS}}}
                    ],
                    "filter": [
                        {"term": {"alive": True}},
                        *([{"term": {"facet_district": district}}] if district else []),
                    ],
                }
            },
            "collapse": {"field": "whole_title"},
            "sort": [{"_score": "desc"}, {"published_day": {"order": "desc", "missing": "_last"}}, {"key": "desc"}],
            "size": limit,
        }
        return [found["_source"]["shown"]["title"] for found in self.ask(body, " ".join(tokens))["hits"]["hits"]]

    def versions(self) -> Iterator[tuple[int, int]]:
        """(key, version) of what is alive, by key, as of one moment, whatever is written meanwhile."""
        patient = self.client.options(request_timeout=PATIENCE)
        with answering():
            moment = patient.open_point_in_time(index=self.alias, keep_alive="5m")["id"]
            try:
                yield from _pages(patient, moment)
            finally:
                patient.close_point_in_time(id=moment)


@contextmanager
def _reading_cursor(body: Query) -> Iterator[None]:
    """A cursor of the right length may still hold what cannot be compared with any hit."""
    from elasticsearch import BadRequestError

    try:
        yield
    except BadRequestError as error:
        if "search_after" in body:
            raise ValueError("This is no cursor.") from error
        raise


def _pages(client: Elasticsearch, moment: str) -> Iterator[tuple[int, int]]:
    after: list[Any] | None = None
    while True:
        found = client.search(
            pit={"id": moment, "keep_alive": "5m"},
            query={"term": {"alive": True}},
            sort=[{"key": "asc"}],
            search_after=after,
            size=_PAGE,
            source=False,
            version=True,
            track_total_hits=False,
        )["hits"]["hits"]
        if not found:
            return
        yield from ((int(hit["_id"]), hit["_version"]) for hit in found)
        after = found[-1]["sort"]
