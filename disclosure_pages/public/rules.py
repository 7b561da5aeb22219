"""Tables and small answers of the public side: no database."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosure_pages.tree.enums import ColumnPurpose, DisclosureAttribute

PAGE_SIZES = (20, 50, 100)
HOME_ROWS = 10
FEED_ENTRIES = 20
SITEMAP_PART = 5_000
READING_COOKIE = "gongkai_reading"
READING_COOKIE_AGE = 365 * 24 * 3600  # seconds

# The disclosure column (专栏) of a district's home, in the fixed order; the rest of the first level follows below it.
DISCLOSURE_COLUMN = (
    ColumnPurpose.GUIDE,
    ColumnPurpose.SYSTEM,
    ColumnPurpose.STATUTORY,
    ColumnPurpose.ANNUAL_REPORT,
    ColumnPurpose.ON_REQUEST,
)

# What printed documents say at their end.
ATTRIBUTE_LINES: dict[str, Promise] = {
    DisclosureAttribute.PROACTIVE: _("This document is disclosed proactively."),
    DisclosureAttribute.ON_REQUEST: _("This document is disclosed on request."),
}


def last_page(*, total: int, size: int) -> int:
    """Number of the last page of a listing; an empty listing has one page."""
    return max(1, -(-total // size))


def page_window(*, current: int, last: int, reach: int = 2) -> list[int | None]:
    """Numbers to link to around ``current``; ``None`` stands for numbers left out: ``[1, None, 4, 5, 6, None, 9]``."""
    wanted = sorted({1, last, *range(max(1, current - reach), min(last, current + reach) + 1)})
    window: list[int | None] = []
    for number in wanted:
        if window and number - (window[-1] or 0) > 1:
            window.append(None)
        window.append(number)
    return window
