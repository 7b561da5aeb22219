"""Small rules of the room, without a database."""

from __future__ import annotations

import datetime as dt

from disclosure_pages.documents.numbers.folding import compact

FIRST_DELAY = dt.timedelta(seconds=1)


def retry_delay(attempts: int, *, longest: dt.timedelta) -> dt.timedelta:
    """How long to wait after ``attempts`` failures: twice as long each time, never longer than ``longest``."""
    return min(FIRST_DELAY * 2 ** min(attempts - 1, 20), longest)


def index_number_key(text: str) -> str:
    """What spellings of one index number have in common: width, case, dashes and white space make no difference."""
    return compact(text).replace(" ", "").casefold()
