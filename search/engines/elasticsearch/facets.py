"""Filters, and counts of what each filter could be set to: complete, and without the filter's own effect."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from search.engines.contract import AnyFacet, FacetName, SearchRequest

from .mapping import facet_field
from .phrases import EVERYTHING, Query

#: Values that one answer holds; facets with more of them are counted page by page.
VALUES: Final = 5_000


def facet_filter(name: AnyFacet, values: Iterable[str], on: dt.date) -> Query:
    """One of ``values`` applies."""
    if name is FacetName.FORCE:
        return {"bool": {"should": [_force_on(force, on) for force in sorted(values)], "minimum_should_match": 1}}
    return {"terms": {facet_field(name): sorted(values)}}


def fixed_filters(request: SearchRequest) -> list[Query]:
    """Everything that narrows hits and counts alike."""
    counted = {name for name in request.filters if name in request.facets}
    filters = [facet_filter(n, values, request.on) for n, values in request.filters.items() if n not in counted]
    return [*filters, {"term": {"alive": True}}, *_exact(request), *_published(request), *_in_force(request)]


def later_filters(request: SearchRequest, *, leaving_out: AnyFacet | None = None) -> Query:
    """Filters of the facets that are counted: they narrow the hits, and the counts of the other facets."""
    names = [name for name in request.filters if name in request.facets and name != leaving_out]
    filters = [facet_filter(name, request.filters[name], request.on) for name in names]
    return {"bool": {"filter": filters}} if filters else EVERYTHING


def counts(request: SearchRequest, forces: Collection[str]) -> Query:
    """Aggregations for every facet asked for."""
    return {
        name.value: {
            "filter": later_filters(request, leaving_out=name),
            "aggs": {"values": _force_counts(forces, request.on) if name is FacetName.FORCE else _values(name)},
        }
        for name in sorted(request.facets)
    }


def is_complete(counted: Mapping[str, Any]) -> bool:
    """Whether an answer to :func:`counts` holds every value of the facet."""
    return not counted["values"].get("sum_other_doc_count")


def counts_after(request: SearchRequest, name: AnyFacet, after: Mapping[str, Any] | None) -> Query:
    """The next page of the values of a facet that has very many."""
    pages: dict[str, Any] = {"size": VALUES, "sources": [{"value": {"terms": {"field": facet_field(name)}}}]}
    return {
        name.value: {
            "filter": later_filters(request, leaving_out=name),
            "aggs": {"values": {"composite": pages | ({"after": after} if after else {})}},
        }
    }


def values_counted(buckets: Iterable[Mapping[str, Any]] | Mapping[str, Mapping[str, Any]]) -> dict[str, int]:
    """Value → documents, from any of the shapes in which Elasticsearch answers."""
    if isinstance(buckets, Mapping):
        return {value: bucket["doc_count"] for value, bucket in buckets.items() if bucket["doc_count"]}
    return {_value(bucket["key"]): bucket["doc_count"] for bucket in buckets}


def _value(key: Any) -> str:
    return str(key["value"] if isinstance(key, Mapping) else key)


def _values(name: AnyFacet) -> Query:
    return {"terms": {"field": facet_field(name), "size": VALUES}}


def _force_counts(forces: Iterable[str], on: dt.date) -> Query:
    return {"filters": {"filters": {force: _force_on(force, on) for force in forces}}}


def _force_on(force: str, on: dt.date) -> Query:
    return {"term": {f"force.{force}": on.toordinal()}}


def _exact(request: SearchRequest) -> list[Query]:
    wanted = {"number_key": request.number_key, "index_number": request.index_number}
    return [{"term": {field: value}} for field, value in wanted.items() if value]


def _published(request: SearchRequest) -> list[Query]:
    bounds = {"gte": request.published_from, "lte": request.published_to}
    days = {bound: day.toordinal() for bound, day in bounds.items() if day}
    return [{"range": {"published_day": days}}] if days else []


def _in_force(request: SearchRequest) -> list[Query]:
    return [in_force(request.on)] if request.only_in_force else []


def in_force(on: dt.date) -> Query:
    """In force on the day, or of a kind that has no force."""
    return {"bool": {"should": [{"term": {"in_force": on.toordinal()}}, {"term": {"has_force": False}}]}}
