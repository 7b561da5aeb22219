"""Days as addresses and options name them: 2026-07-01."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentTypeError

from django.utils.translation import gettext as _


def read_day(text: str) -> dt.date:
    """The day that ``text`` names in ISO form. Raises ``ValueError`` with a sentence for whoever wrote it."""
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        message = _("“%(value)s” is no day. Write year, month and day like this: 2026-07-01.")
        raise ValueError(message % {"value": text[:20]}) from None


def iso_day(text: str) -> dt.date:
    """The day of an option of a command, in ISO form; a ``type`` for argparse."""
    try:
        return read_day(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None
