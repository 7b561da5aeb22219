"""What a reader asks of a listing, and the one way to write it in an address."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from disclosure_pages.public.exceptions import NoSuchListing
from disclosure_pages.public.rules import PAGE_SIZES

Params = MultiValueDict[str, str]


@dataclass(frozen=True)
class ListingQuery:
    """What a reader asks of a column's listing: ``unit`` is a unit's code, ``year`` the year of publication."""

    unit: str = ""
    year: int | None = None
    page: int = 1
    size: int = PAGE_SIZES[0]

    @property
    def is_filtered(self) -> bool:
        """Whether a filter narrows the listing."""
        return bool(self.unit or self.year)

    def encode(self) -> str:
        """The query string with its question mark; defaults are left out, so one listing has one address."""
        defaults = ListingQuery()
        named = {name: getattr(self, name) for name in ("unit", "year", "size", "page")}
        kept = {name: value for name, value in named.items() if value != getattr(defaults, name)}
        return f"?{urlencode(kept)}" if kept else ""

    def address(self, *, page: int) -> str:
        """The query string of another page, never empty: a link back to the first page needs an address too."""
        return replace(self, page=page).encode() or "?"


def parse_listing(params: Params) -> ListingQuery:
    """Read the query string. An unknown page size falls back to the usual one; anything else unreadable is refused.

    Raises :class:`NoSuchListing`.
    """
    size = _number(params.get("size", ""), default=PAGE_SIZES[0])
    return ListingQuery(
        unit=params.get("unit", "").strip(),
        year=_number(params.get("year", ""), default=None, most=dt.MAXYEAR),
        page=_number(params.get("page", ""), default=1) or 1,
        size=size if size in PAGE_SIZES else PAGE_SIZES[0],
    )


def _number(text: str, *, default: int | None, most: int = 10**9) -> Any:
    if not text.strip():
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 12 and 0 < int(text) <= most):
        raise NoSuchListing(_("“%(value)s” is not a number that this list knows.") % {"value": text[:20]})
    return int(text)
