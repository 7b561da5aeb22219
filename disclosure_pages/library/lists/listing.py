"""One page of the library with everything that its template shows."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from disclosure_pages.public.exceptions import NoSuchListing
from disclosure_pages.public.links import Links
from disclosure_pages.public.listings.choices import PageLink
from disclosure_pages.public.rules import PAGE_SIZES, last_page, page_window

from .enums import Sort
from .query import LibraryQuery
from .rows import LibraryRow, ordered, periods_asked_for, read_rows
from .totals import FILTERS, Choice, choices_of, force_choices, total_of


@dataclass(frozen=True)
class LibraryListing:
    """Rows, totals, choices of the filters and links of the pagination."""

    query: LibraryQuery
    total: int
    rows: list[LibraryRow]
    forces: list[Choice]
    filters: dict[str, list[Choice]]
    sorts: list[Choice]
    sizes: list[Choice]
    pages: list[PageLink]
    last: int

    @property
    def start(self) -> int:
        """Number of the first row within the whole list."""
        return (self.query.page - 1) * self.query.size + 1

    @property
    def newer(self) -> str:
        """Query string of the page before, empty on the first."""
        return self.query.address(page=self.query.page - 1) if self.query.page > 1 else ""

    @property
    def older(self) -> str:
        """Query string of the page after, empty on the last."""
        return self.query.address(page=self.query.page + 1) if self.query.page < self.last else ""


def library_listing(query: LibraryQuery, *, districts: list[int], links: Links) -> LibraryListing:
    """The page that ``query`` asks for. Raises :class:`NoSuchListing` for a page beyond the last."""
    total = total_of(query, districts=districts)
    last = last_page(total=total, size=query.size)
    if query.page > last:
        raise NoSuchListing(
            _("This list has %(last)s pages; there is no page %(page)s.") % {"last": last, "page": query.page}
        )
    start = (query.page - 1) * query.size
    periods = ordered(periods_asked_for(query, districts=districts), query)
    keys = list(periods.values_list("pk", flat=True)[start : start + query.size]) if total else []
    return LibraryListing(
        query=query,
        total=total,
        rows=read_rows(keys, address=links.to),
        forces=force_choices(query, districts=districts),
        filters={name: choices_of(name, query, districts=districts) for name in FILTERS},
        sorts=[Choice(value, str(label), 0, value == query.sort) for value, label in Sort.choices],
        sizes=[Choice(str(size), str(size), 0, size == query.size) for size in PAGE_SIZES],
        pages=page_links(query, last),
        last=last,
    )


def page_links(query: LibraryQuery, last: int) -> list[PageLink]:
    """Links to the pages around the current one; none when there is one page."""
    if last == 1:
        return []
    return [
        PageLink(number, query.address(page=number or 1), number == query.page)
        for number in page_window(current=query.page, last=last)
    ]
