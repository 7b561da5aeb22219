"""Links between the pages of the hits."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure_pages.public.listings.choices import PageLink
from disclosure_pages.public.rules import last_page, page_window
from search.domain.reader_query import MAX_PAGE, ReaderQuery


@dataclass(frozen=True)
class Pages:
    """What ``includes/pagination.html`` of the public side shows, as far as pages are shown at all."""

    query: ReaderQuery
    total: int

    @property
    def last(self) -> int:
        """The last page that can be asked for."""
        return min(MAX_PAGE, last_page(total=self.total, size=self.query.size))

    @property
    def is_cut(self) -> bool:
        """Whether there are hits beyond the last page."""
        return self.total > self.last * self.query.size

    @property
    def start(self) -> int:
        """Number of the first hit of this page."""
        return (self.query.page - 1) * self.query.size + 1

    @property
    def pages(self) -> list[PageLink]:
        """Links to the pages around this one; none when there is one page."""
        if self.last == 1:
            return []
        window = page_window(current=self.query.page, last=self.last)
        return [PageLink(number, self.query.address(page=number or 1), number == self.query.page) for number in window]

    @property
    def newer(self) -> str:
        """Query string of the page before, empty on the first."""
        return self.query.address(page=self.query.page - 1) if self.query.page > 1 else ""

    @property
    def older(self) -> str:
        """Query string of the page after, empty on the last."""
        return self.query.address(page=self.query.page + 1) if self.query.page < self.last else ""
