"""One page of a column's content, at a cost that does not grow with the number of pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from disclosure_pages.public.exceptions import NoSuchListing
from disclosure_pages.public.rules import PAGE_SIZES, last_page
from disclosure_pages.tree.models import Column, ColumnTally

from .choices import Choice, PageLink, matches, page_links, unit_choices, year_choices
from .query import ListingQuery
from .rows import Row, in_year, listed_keys, read_rows

if TYPE_CHECKING:
    from disclosure_pages.public.links import Links


@dataclass(frozen=True)
class Listing:
    """One page of a column's content with everything that its template shows."""

    query: ListingQuery
    total: int
    rows: list[Row]
    units: list[Choice]
    years: list[Choice]
    sizes: list[Choice]
    pages: list[PageLink]
    last: int
    column_total: int

    @property
    def start(self) -> int:
        """Number of the first row within the whole listing."""
        return (self.query.page - 1) * self.query.size + 1

    @property
    def newer(self) -> str:
        """Query string of the page before, empty on the first."""
        return self._step(-1)

    @property
    def older(self) -> str:
        """Query string of the page after, empty on the last."""
        return self._step(1)

    def _step(self, by: int) -> str:
        number = self.query.page + by
        return (replace(self.query, page=number).encode() or "?") if 1 <= number <= self.last else ""


def column_listing(column: Column, query: ListingQuery, *, links: Links) -> Listing:
    """The page of ``column``'s content that ``query`` asks for: three queries, whatever the number of pages.

    Raises :class:`NoSuchListing` for a unit or year without content here, and for a page beyond the last.
    """
    tallies = list(ColumnTally.objects.filter(column=column).select_related("unit").order_by("unit__code"))
    _check_filters(query, tallies)
    total = sum(tally.total for tally in tallies if matches(tally, query))
    last = last_page(total=total, size=query.size)
    if query.page > last:
        raise NoSuchListing(
            _("This list has %(last)s pages; there is no page %(page)s.") % {"last": last, "page": query.page}
        )
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
        pages=page_links(query, last),
        last=last,
        column_total=sum(tally.total for tally in tallies),
    )


def _check_filters(query: ListingQuery, tallies: list[ColumnTally]) -> None:
    if query.unit and query.unit not in {tally.unit.code for tally in tallies}:
        raise NoSuchListing(_("No such unit has published in this column."))
    if query.year and query.year not in {tally.year for tally in tallies}:
        raise NoSuchListing(_("Nothing was published in this column in %(year)s.") % {"year": query.year})
