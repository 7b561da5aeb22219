"""Days as addresses and options name them: 2026-07-01."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _


def read_day(text: str) -> dt.date:
    """The day that ``text`` names in ISO form. Raises ``ValueError`` with a sentence for whoever wrote it."""
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        message = _("“%(value)s” is no day. Write year, month and day like this: 2026-07-01.")
        raise ValueError(message % {"value": text[:20]}) from None
