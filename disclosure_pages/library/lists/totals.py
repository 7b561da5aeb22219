"""Totals and choices of the library, counted once and kept until something in the districts changes.

They depend on the day, because legal force does; so the day is part of the key.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from django.core.cache import caches
from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractYear

from disclosure_pages.documents.models import ForcePeriod
from disclosure_pages.library.rules import DOCUMENTS
from disclosure_pages.public.cache.generations import ALIAS, start_generations
from disclosure_pages.public.cache.scope import STRUCTURE, of_district
from disclosure_pages.public.listings.choices import Choice

from .enums import ForceChoice
from .query import LibraryQuery
from .rows import periods_asked_for

KEPT_SECONDS = 3600
Kept = TypeVar("Kept")


def kept(name: str, work_out: Callable[[], Kept], *, query: LibraryQuery, districts: list[int]) -> Kept:
    """``work_out()``, or what it said before for the same question while nothing in the districts has changed."""
    generations = start_generations([STRUCTURE, DOCUMENTS, *map(of_district, districts)])
    question = repr((name, query, query.day, sorted(generations.items())))
    key = "library:" + hashlib.sha256(question.encode()).hexdigest()
    found: Kept | None = caches[ALIAS].get(key)
    if found is None:
        found = work_out()
        caches[ALIAS].set(key, found, timeout=KEPT_SECONDS)
    return found


def total_of(query: LibraryQuery, *, districts: list[int]) -> int:
    """How many documents ``query`` asks for."""
    plain = plain_of(query)
    return kept("total", periods_asked_for(plain, districts=districts).count, query=plain, districts=districts)


def plain_of(query: LibraryQuery) -> LibraryQuery:
    """``query`` without what changes only how its answer is laid out."""
    return LibraryQuery(
        issuer=query.issuer, topic=query.topic, kind=query.kind, year=query.year, force=query.force, on=query.on
    )


def force_choices(query: LibraryQuery, *, districts: list[int]) -> list[Choice]:
    """The groups of legal forces, each with its total under the other filters."""
    choices = []
    for value, label in ForceChoice.choices:
        total = total_of(replace(query, force=value), districts=districts)
        choices.append(Choice(value, str(label), total, value == query.force))
    return choices


def choices_of(name: str, query: LibraryQuery, *, districts: list[int]) -> list[Choice]:
    """Choices of the filter ``name`` with totals that leave out the filter's own choice."""
    without: dict[str, Any] = {name: None if name == "year" else ""}
    others = replace(plain_of(query), **without)
    periods = periods_asked_for(others, districts=districts)
    counted = kept(name, lambda: _COUNTS[name](periods), query=others, districts=districts)
    chosen = str(getattr(query, name) or "")
    return [Choice(value, label, total, value == chosen) for value, label, total in counted]


Counted = list[tuple[str, str, int]]


def _issuers(periods: QuerySet[ForcePeriod]) -> Counted:
    rows = (
        periods.order_by()
        .values_list("record__issuer")
        .annotate(total=Count("pk"))
        .order_by("-total", "record__issuer")
    )
    return [(name, name, total) for name, total in rows]


def _years(periods: QuerySet[ForcePeriod]) -> Counted:
    years = periods.exclude(issued_on=None).order_by().annotate(year=ExtractYear("issued_on"))
    rows = years.values_list("year").annotate(total=Count("pk")).order_by("-year")
    return [(str(year), str(year), total) for year, total in rows]


def _entries(relation: str) -> Callable[[QuerySet[ForcePeriod]], Counted]:
    path = f"record__{relation}"
    names = (f"{path}__code", f"{path}__name", f"{path}__parent__code", f"{path}__parent__name", f"{path}__position")

    def count(periods: QuerySet[ForcePeriod]) -> Counted:
        rows = (
            periods.exclude(**{path: None})
            .order_by()
            .values_list(*names)
            .annotate(total=Count("pk"))
            .order_by(names[-1])
        )
        return _in_two_levels(list(rows))

    return count


def _in_two_levels(rows: list[tuple[str, str, str | None, str | None, int, int]]) -> Counted:
    """First-level entries with the sum of what is below them, each followed by its parts."""
    heads: dict[str, tuple[str, int]] = {}
    parts: dict[str, Counted] = {}
    for code, name, head, head_name, _position, total in rows:
        top, top_name = (head, head_name or "") if head else (code, name)
        heads[top] = (top_name, heads.get(top, ("", 0))[1] + total)
        if head:
            parts.setdefault(top, []).append((code, f"\u3000{name}", total))
    return [row for code, (name, total) in heads.items() for row in [(code, name, total), *parts.get(code, [])]]


_COUNTS: dict[str, Callable[[QuerySet[ForcePeriod]], Counted]] = {
    "issuer": _issuers,
    "year": _years,
    "topic": _entries("topic"),
    "kind": _entries("kind"),
}
FILTERS = tuple(_COUNTS)
