"""Small rules of the room, without a database."""

from __future__ import annotations

import datetime as dt

FIRST_DELAY = dt.timedelta(seconds=1)


def retry_delay(attempts: int, *, longest: dt.timedelta) -> dt.timedelta:
    """How long to wait after ``attempts`` failures: twice as long each time, never longer than ``longest``."""
    return min(FIRST_DELAY * 2 ** min(attempts - 1, 20), longest)
