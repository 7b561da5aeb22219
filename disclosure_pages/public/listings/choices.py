"""Choices of a listing's filters, worked out from the kept tallies."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from disclosure_pages.tree.models import ColumnTally

from .query import ListingQuery


@dataclass(frozen=True)
class Choice:
    """One choice of a filter, with the number of rows that it leaves."""

    value: str
    label: str
    total: int
    is_chosen: bool


def matches(tally: ColumnTally, query: ListingQuery, *, by_unit: bool = True, by_year: bool = True) -> bool:
    """Whether a kept count belongs to what ``query`` asks for; one of its filters can be left out of account."""
    return (not by_unit or not query.unit or tally.unit.code == query.unit) and (
        not by_year or not query.year or tally.year == query.year
    )


def unit_choices(query: ListingQuery, tallies: list[ColumnTally]) -> list[Choice]:
    """Units that published here, with how much each has in the chosen year."""
    totals: Counter[str] = Counter()
    names = {tally.unit.code: tally.unit.name for tally in tallies}
    for tally in tallies:
        totals[tally.unit.code] += tally.total if matches(tally, query, by_unit=False) else 0
    return [
        Choice(code, names[code], total, code == query.unit)
        for code, total in totals.items()
        if total or code == query.unit
    ]


def year_choices(query: ListingQuery, tallies: list[ColumnTally]) -> list[Choice]:
    """Years of publication, newest first, with how much the chosen unit has in each."""
    totals: Counter[int] = Counter()
    for tally in tallies:
        totals[tally.year] += tally.total if matches(tally, query, by_year=False) else 0
    return [
        Choice(str(year), str(year), total, year == query.year)
        for year, total in sorted(totals.items(), reverse=True)
        if total or year == query.year
    ]
