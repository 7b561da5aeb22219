"""Pages of a list: links between them, and the page that is not there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from disclosure_pages.public.exceptions import NoSuchListing
from disclosure_pages.public.rules import page_window


@dataclass(frozen=True)
class PageLink:
    """A link of the pagination; without a number it stands for numbers left out."""

    number: int | None
    address: str
    is_current: bool


class Paged:
    """What ``includes/pagination.html`` shows of one page of a list.

    ``query`` has ``page``, ``size`` and ``address(page=…)``, the query string of another page; ``last`` is the number
    of the last page.
    """

    query: Any
    last: int

    @property
    def start(self) -> int:
        """Number of the first row within the whole list."""
        return int((self.query.page - 1) * self.query.size + 1)

    @property
    def newer(self) -> str:
        """Query string of the page before, empty on the first."""
        return self._step(-1)

    @property
    def older(self) -> str:
        """Query string of the page after, empty on the last."""
        return self._step(1)

    @property
    def pages(self) -> list[PageLink]:
        """Links to the pages around this one; none when there is one page."""
        if self.last == 1:
            return []
        window = page_window(current=self.query.page, last=self.last)
        return [PageLink(number, self.query.address(page=number or 1), number == self.query.page) for number in window]

    def _step(self, by: int) -> str:
        number = self.query.page + by
        return str(self.query.address(page=number)) if 1 <= number <= self.last else ""


def check_page(page: int, *, last: int) -> None:
    """Raise :class:`NoSuchListing` for a page beyond the last."""
    if page > last:
        raise NoSuchListing(
            _("This list has %(last)s pages; there is no page %(page)s.") % {"last": last, "page": page}
        )
