"""Days that readers ask about."""

from __future__ import annotations

import datetime as dt

from disclosure_pages.documents.days import read_day
from disclosure_pages.public.exceptions import NoSuchListing


def asked_day(text: str) -> dt.date | None:
    """The day of an address, in ISO form; ``None`` for an empty text. Raises :class:`NoSuchListing` (404)."""
    if not text.strip():
        return None
    try:
        return read_day(text)
    except ValueError as error:
        raise NoSuchListing(str(error)) from None
