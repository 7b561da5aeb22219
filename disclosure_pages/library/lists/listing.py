"""One page of the library with everything that its template shows."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure_pages.public.links import Links
from disclosure_pages.public.listings.choices import Choice
from disclosure_pages.public.listings.paging import Paged, check_page
from disclosure_pages.public.rules import PAGE_SIZES, last_page

from .enums import Sort
from .query import LibraryQuery
from .rows import LibraryRow, ordered, periods_asked_for, read_rows
from .totals import FILTERS, choices_of, force_choices, total_of


@dataclass(frozen=True)
class LibraryListing(Paged):
    """Rows, totals, choices of the filters and links of the pagination."""

    query: LibraryQuery
    total: int
    rows: list[LibraryRow]
    forces: list[Choice]
    filters: dict[str, list[Choice]]
    sorts: list[Choice]
    sizes: list[Choice]
    last: int


def library_listing(query: LibraryQuery, *, districts: list[int], links: Links) -> LibraryListing:
    """The page that ``query`` asks for. Raises :class:`NoSuchListing` for a page beyond the last."""
    total = total_of(query, districts=districts)
    last = last_page(total=total, size=query.size)
    check_page(query.page, last=last)
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
        last=last,
    )
