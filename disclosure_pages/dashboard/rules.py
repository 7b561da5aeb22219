"""When a place counts as stale: no database, only answers. Days are those of Asia/Shanghai."""

from __future__ import annotations

import datetime as dt

from .enums import Freshness

#: So many days before the limit a place is pointed out.
NOTICE_DAYS = 14


def due_on(*, newest_on: dt.date | None, limit_days: int) -> dt.date | None:
    """The last day on which the place is not too old; ``None`` for a place without any content."""
    return None if newest_on is None else newest_on + dt.timedelta(days=limit_days)


def freshness_on(day: dt.date, *, newest_on: dt.date | None, limit_days: int) -> Freshness:
    """State on ``day`` of a place whose newest content was published on ``newest_on``."""
    last = due_on(newest_on=newest_on, limit_days=limit_days)
    if last is None:
        return Freshness.EMPTY
    if day > last:
        return Freshness.STALE
    return Freshness.SOON if day > last - dt.timedelta(days=NOTICE_DAYS) else Freshness.FRESH
