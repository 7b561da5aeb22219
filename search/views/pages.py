"""Pages of the hits, as far as pages are shown at all."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure_pages.public.listings.paging import Paged
from disclosure_pages.public.rules import last_page
from search.domain.reader_query import MAX_PAGE, ReaderQuery


@dataclass(frozen=True)
class Pages(Paged):
    """One page of ``total`` hits; ``last`` is the last page that can be asked for."""

    query: ReaderQuery
    total: int
    last: int

    @property
    def is_cut(self) -> bool:
        """Whether there are hits beyond the last page."""
        return self.total > self.last * self.query.size


def pages_of(query: ReaderQuery, *, total: int) -> Pages:
    """The page that ``query`` asks for."""
    return Pages(query, total, min(MAX_PAGE, last_page(total=total, size=query.size)))
