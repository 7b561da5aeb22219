"""Narrowing the found rows, and counting what each filter could be set to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from search.engines.contract import AnyFacet, FacetName, SearchRequest

from .bits import bits_of, rows_of
from .snapshot import Snapshot, Value

#: Fewer rows are counted one by one, more by meeting the set of every value.
_FEW = 1_500


def narrow(rows: int, request: SearchRequest, snapshot: Snapshot, *, leaving_out: AnyFacet | None = None) -> int:
    """``rows`` that are alive and pass every filter of ``request``, except the one of ``leaving_out``."""
    rows &= snapshot.alive
    for name, values in request.filters.items():
        if name != leaving_out:
            rows &= _with_values(name, values, request, snapshot)
    if request.only_in_force:
        force = snapshot.force.on(request.on.toordinal())
        rows &= force.in_force | ~force.bound
    return _published(_numbered(rows, request, snapshot), request, snapshot)


def count_facets(found: int, request: SearchRequest, snapshot: Snapshot) -> dict[AnyFacet, dict[str, int]]:
    """Per facet asked for, all values with their numbers of documents, without the facet's own filter."""
    plain = {name for name in request.facets if name not in request.filters}
    counts = _count(narrow(found, request, snapshot), plain, request, snapshot)
    for name in request.facets - plain:
        counts |= _count(narrow(found, request, snapshot, leaving_out=name), {name}, request, snapshot)
    return counts


def _with_values(name: AnyFacet, values: Iterable[str], request: SearchRequest, snapshot: Snapshot) -> int:
    if name is FacetName.FORCE:
        rows_with = snapshot.force.on(request.on.toordinal()).rows_with
        return _union(rows_with.get(value, 0) for value in values if value)
    codes = (snapshot.codes.get((name, value)) for value in values)
    return _union(snapshot.value_bits[code] for code in codes if code is not None)


def _union(sets: Iterable[int]) -> int:
    rows = 0
    for one in sets:
        rows |= one
    return rows


def _numbered(rows: int, request: SearchRequest, snapshot: Snapshot) -> int:
    wanted = {"number_key": request.number_key, "index_number": request.index_number}
    for name, value in wanted.items():
        if value:
            having = [row for row in snapshot.rows_by_number[name].get(value, ()) if row < snapshot.size]
            rows &= bits_of(having, size=snapshot.size)
    return rows


def _published(rows: int, request: SearchRequest, snapshot: Snapshot) -> int:
    if request.published_from is None and request.published_to is None:
        return rows
    first = request.published_from.toordinal() if request.published_from else 1
    last = request.published_to.toordinal() if request.published_to else 9_999_999
    days = snapshot.days
    return bits_of([row for row in rows_of(rows) if first <= days[row] <= last], size=snapshot.size)


def _count(
    rows: int, names: Iterable[AnyFacet], request: SearchRequest, snapshot: Snapshot
) -> dict[AnyFacet, dict[str, int]]:
    counts: dict[AnyFacet, dict[str, int]] = {name: {} for name in names}
    if not counts:
        return {}
    for (name, value), count in _count_values(rows, snapshot):
        if name in counts and count:
            counts[name][value] = count
    if FacetName.FORCE in counts:
        sets = snapshot.force.on(request.on.toordinal()).rows_with
        found = {force: (rows & having).bit_count() for force, having in list(sets.items()) if force}
        counts[FacetName.FORCE] = {force: count for force, count in found.items() if count}
    return counts


def _count_values(rows: int, snapshot: Snapshot) -> Iterable[tuple[Value, int]]:
    names = snapshot.value_names
    if rows.bit_count() > _FEW:
        return [(names[code], (rows & having).bit_count()) for code, having in enumerate(list(snapshot.value_bits))]
    found = Counter(chain.from_iterable(map(snapshot.values.__getitem__, rows_of(rows))))
    return [(names[code], count) for code, count in found.items()]
