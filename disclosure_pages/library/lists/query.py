"""What a reader asks of the library, and the one way to write it in an address."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlencode

from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from disclosure_pages.documents.force.enums import LegalForce
from disclosure_pages.library.days import asked_day
from disclosure_pages.public.exceptions import NoSuchListing
from disclosure_pages.public.rules import PAGE_SIZES

from .enums import ForceChoice, Sort

Params = MultiValueDict[str, str]
MAX_YEAR = 2999


@dataclass(frozen=True, kw_only=True)
class LibraryQuery:
    """A question to the library of a district or a city.

    ``issuer`` is a name, ``topic`` and ``kind`` are codes, ``year`` is that of the first publication, ``force`` a
    ``ForceChoice`` or ``LegalForce``, ``on`` the day (Asia/Shanghai) on which it is asked for; ``None`` means today.
    """

    issuer: str = ""
    topic: str = ""
    kind: str = ""
    year: int | None = None
    force: str = ForceChoice.IN_FORCE
    on: dt.date | None = None
    sort: str = Sort.NEWEST
    size: int = PAGE_SIZES[0]
    page: int = 1

    @property
    def day(self) -> dt.date:
        """The day on which legal force is asked for."""
        return self.on or timezone.localdate()

    @property
    def is_narrowed(self) -> bool:
        """Whether something beside sort, size and page differs from what the library shows at first."""
        plain = LibraryQuery(sort=self.sort, size=self.size, page=self.page)
        return self != plain

    def encode(self, **changes: Any) -> str:
        """The query string with its question mark; defaults are left out, so one list has one address."""
        query, plain = replace(self, **changes), LibraryQuery()
        named = {field.name: getattr(query, field.name) for field in fields(query)}
        kept = {name: value for name, value in named.items() if value != getattr(plain, name)}
        return f"?{urlencode(kept)}" if kept else ""

    def address(self, **changes: Any) -> str:
        """Like ``encode``, but never empty: a link back to the plain list needs an address too."""
        return self.encode(**changes) or "?"


def parse_library_query(params: Params) -> LibraryQuery:
    """Read the query string. Raises :class:`NoSuchListing` with a sentence for what cannot be read.

    An unknown page size or order falls back to the usual one: they change how a list looks, not what it says.
    """
    size, sort = _number(params, "size") or PAGE_SIZES[0], _text(params, "sort")
    return LibraryQuery(
        issuer=_text(params, "issuer"),
        topic=_text(params, "topic"),
        kind=_text(params, "kind"),
        year=_number(params, "year", most=MAX_YEAR),
        force=_force(_text(params, "force")),
        on=asked_day(_text(params, "on")),
        sort=sort if sort in Sort.values else Sort.NEWEST,
        size=size if size in PAGE_SIZES else PAGE_SIZES[0],
        page=_number(params, "page") or 1,
    )


def _text(params: Params, name: str) -> str:
    return str(params.get(name, "")).strip()[:120]


def _force(text: str) -> str:
    if text and text not in ForceChoice.values and text not in LegalForce.values:
        raise NoSuchListing(_("“%(value)s” is no legal force that this library knows.") % {"value": text[:30]})
    return text or ForceChoice.IN_FORCE


def _number(params: Params, name: str, *, most: int = 10**6) -> int | None:
    text = _text(params, name)
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 8 and 0 < int(text) <= most):
        raise NoSuchListing(_("“%(value)s” is not a number that this list knows.") % {"value": text[:20]})
    return int(text)
