"""One page of a column's content, at a cost that does not grow with the number of pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from disclosure_pages.public.exceptions import NoSuchListing
from disclosure_pages.public.rules import PAGE_SIZES, last_page
from disclosure_pages.tree.models import Column, ColumnTally

from .choices import Choice, matches, unit_choices, year_choices
from .paging import Paged, check_page
from .query import ListingQuery
from .rows import Row, in_year, listed_keys, read_rows

if TYPE_CHECKING:
    from disclosure_pages.public.links import Links


@dataclass(frozen=True)
class Listing(Paged):
    """One page of a column's content with everything that its template shows."""

    query: ListingQuery
    total: int
    rows: list[Row]
    units: list[Choice]
    years: list[Choice]
    sizes: list[Choice]
    last: int
    column_total: int


def column_listing(column: Column, query: ListingQuery, *, links: Links) -> Listing:
    """The page of ``column``'s content that ``query`` asks for: three queries, whatever the number of pages.

    Raises :class:`NoSuchListing` for a unit or year without content here, and for a page beyond the last.
    """
    tallies = list(ColumnTally.objects.filter(column=column).select_related("unit").order_by("unit__code"))
    _check_filters(query, tallies)
    total = sum(tally.total for tally in tallies if matches(tally, query))
    last = last_page(total=total, size=query.size)
    check_page(query.page, last=last)
    where: dict[str, Any] = {"column_id": column.pk, **in_year(query.year)}
    if query.unit:
        where["unit_id"] = next(tally.unit_id for tally in tallies if tally.unit.code == query.unit)
    start = (query.page - 1) * query.size
    keys = listed_keys(**where)[start : start + query.size] if total else []
    return Listing(
        query=query,
        total=total,
        rows=read_rows(keys, links=links),
        units=unit_choices(query, tallies),
        years=year_choices(query, tallies),
        sizes=[Choice(str(size), str(size), 0, size == query.size) for size in PAGE_SIZES],
        last=last,
        column_total=sum(tally.total for tally in tallies),
    )


def _check_filters(query: ListingQuery, tallies: list[ColumnTally]) -> None:
    if query.unit and query.unit not in {tally.unit.code for tally in tallies}:
        raise NoSuchListing(_("No such unit has published in this column."))
    if query.year and query.year not in {tally.year for tally in tallies}:
        raise NoSuchListing(_("Nothing was published in this column in %(year)s.") % {"year": query.year})
