"""How long what is written in a column may be, and the form in which it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext as _

from .enums import Column
from .exceptions import ItemsRefused
from .wording import one_line, tidy

#: Columns of one line, and the characters that their cell holds.
LONGEST: Final[Mapping[Column, int]] = {Column.NUMBER: 40, Column.FIRST: 300, Column.SECOND: 300}
#: What is suggested or fetched for one of the others.
LONGEST_TEXT: Final = 10_000


def kept_form(column: Column, text: str) -> str:
    """``text`` as it is kept in ``column``: some have one line, the others several."""
    return one_line(text) if column in LONGEST else tidy(text)


def fitting(column: Column, text: str) -> str:
    """``text`` in that form; raises :class:`ItemsRefused` and names the limit where it is too long."""
    kept, longest = kept_form(column, text), LONGEST.get(column, LONGEST_TEXT)
    if len(kept) > longest:
        words = {"column": column.label, "number": longest, "length": len(kept)}
        raise ItemsRefused(
            _("“%(column)s” holds at most %(number)d characters; these are %(length)d. Shorten it.") % words
        )
    return kept
