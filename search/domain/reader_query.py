"""What a reader asks the public search, and the one way to write it in an address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from disclosure_pages.library.days import asked_day
from disclosure_pages.public.exceptions import NoSuchListing
from disclosure_pages.public.rules import PAGE_SIZES
from search.engines.contract import AddedFacet, AnyFacet, FacetName, Sort
from search.query.lexing import MAX_LENGTH, clean

Params = MultiValueDict[str, str]
Chosen = tuple[tuple[AnyFacet, str], ...]
#: Further hits are reached by a narrower question, or by the cursor of the API.
MAX_PAGE = 50
MAX_VALUES, MAX_VALUE_LENGTH = 10, 200
#: Facets with levels: to choose a value is to leave the one chosen before.
SINGLE = frozenset({FacetName.COLUMN, FacetName.TOPIC, FacetName.KIND})


@dataclass(frozen=True, kw_only=True)
class ReaderQuery:
    """A question: ``text`` as it was typed, ``chosen`` pairs of facet and value in their order.

    ``on`` is the day (Asia/Shanghai) for legal force, ``None`` today; ``since`` and ``until`` are days of publication.
    """

    text: str = ""
    chosen: Chosen = ()
    on: dt.date | None = None
    only_in_force: bool = False
    since: dt.date | None = None
    until: dt.date | None = None
    sort: Sort = Sort.RELEVANCE
    size: int = PAGE_SIZES[0]
    page: int = 1

    @property
    def day(self) -> dt.date:
        """The day on which legal force is asked for."""
        return self.on or timezone.localdate()

    @property
    def asks(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.text or self.is_narrowed)

    @property
    def is_narrowed(self) -> bool:
        """Whether something beside the words decides what is found."""
        return bool(self.chosen or self.only_in_force or self.since or self.until)

    @property
    def order(self) -> Sort:
        """Without words nothing is more relevant than anything else, but some of it is newer."""
        return Sort.NEWEST if self.sort is Sort.RELEVANCE and not self.text else self.sort

    def values(self, facet: AnyFacet) -> frozenset[str]:
        """What was chosen of ``facet``."""
        return frozenset(value for name, value in self.chosen if name == facet)

    def toggled(self, facet: AnyFacet, value: str) -> ReaderQuery:
        """The question with ``value`` chosen, or without it if it is."""
        pair = (facet, value)
        others = [one for one in self.chosen if one != pair and not (facet in SINGLE and one[0] == facet)]
        return replace(self, chosen=in_order(others if pair in self.chosen else [*others, pair]), page=1)

    def encode(self, **changes: Any) -> str:
        """The query string with its question mark; defaults are left out, so one question has one address."""
        query, plain = replace(self, **changes), ReaderQuery()
        named = {
            "q": query.text,
            "on": query.on,
            "in_force": "1" if query.only_in_force else "",
            "since": query.since,
            "until": query.until,
            "sort": "" if query.sort is plain.sort else query.sort,
            "size": "" if query.size == plain.size else query.size,
            "page": "" if query.page == plain.page else query.page,
        }
        pairs = [(name, str(value)) for name, value in named.items() if value]
        pairs[1 if query.text else 0 : 0] = [(str(name), value) for name, value in query.chosen]
        return f"?{urlencode(pairs)}" if pairs else ""

    def address(self, **changes: Any) -> str:
        """Like ``encode``, but never empty: a link back to the plain search needs an address too."""
        return self.encode(**changes) or "?"


def in_order(chosen: Any) -> Chosen:
    """``chosen`` pairs, each once, in the order of facets and values; added facets come last, by their names."""
    places = {facet: place for place, facet in enumerate(FacetName)}
    return tuple(sorted(set(chosen), key=lambda pair: (places.get(pair[0], len(places)), *pair)))


def parse_reader_query(params: Params, *, added: Iterable[AddedFacet] = ()) -> ReaderQuery:
    """Read the query string, with facets that are ``added`` where it is asked.

    Raises :class:`NoSuchListing` with a sentence for a day or a number that is none.
    An unknown order or size falls back: they change how hits look, not which they are. A value that no document has
    is kept, so that the reader sees what finds nothing.
    """
    sort, size = _text(params, "sort"), _number(params, "size", most=10**6)
    return ReaderQuery(
        text=clean(params.get("q", "")[:MAX_LENGTH]),
        chosen=in_order(pair for facet in (*FacetName, *added) for pair in chosen_of(params, facet)),
        on=asked_day(_text(params, "on")),
        only_in_force=_text(params, "in_force") == "1",
        since=asked_day(_text(params, "since")),
        until=asked_day(_text(params, "until")),
        sort=Sort(sort) if sort in set(Sort) else Sort.RELEVANCE,
        size=size if size in PAGE_SIZES else PAGE_SIZES[0],
        page=_number(params, "page", most=MAX_PAGE) or 1,
    )


def chosen_of(params: Params, facet: AnyFacet) -> list[tuple[AnyFacet, str]]:
    """What the query string says of ``facet``: so many values, each cut short; of a facet with levels the last one."""
    given = (clean(value[:MAX_VALUE_LENGTH]) for value in params.getlist(facet)[:MAX_VALUES])
    return [(facet, value) for value in given if value][-1 if facet in SINGLE else 0 :]


def _text(params: Params, name: str) -> str:
    return str(params.get(name, "")).strip()[:40]


def _number(params: Params, name: str, *, most: int) -> int | None:
    text = _text(params, name)
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 8 and int(text) > 0):
        raise NoSuchListing(_("“%(value)s” is not a number that this list knows.") % {"value": text[:20]})
    if int(text) > most:
        raise NoSuchListing(
            _("Only the first %(last)s pages are shown. Narrow the search to see what comes after.") % {"last": most}
        )
    return int(text)
