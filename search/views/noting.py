"""Which questions of the screen are counted: those of people, once, and not each page and filter of their hits."""

from __future__ import annotations

import re

from django.http import HttpRequest

from search.domain.counting import count_search
from search.domain.finding import Found
from search.domain.reader_query import ReaderQuery

from .place import SearchPlace

_MACHINES = re.compile(r"bot\b|bot/|spider|crawl|slurp|curl/|wget/|python-|java/|go-http|headless", re.IGNORECASE)


def note_search(request: HttpRequest, here: SearchPlace, query: ReaderQuery, found: Found) -> None:
    """Count the question, unless it goes on from another one or no person asks it."""
    goes_on = query.page > 1 or query.chosen or query.sort is not ReaderQuery.sort or query.size != ReaderQuery.size
    if not query.text or goes_on or request.method != "GET" or _is_no_reader(request):
        return
    is_hit = bool(found.total) and not (found.is_relaxed or found.is_respelt)
    count_search(query.text, district_id=here.place.district_id, is_hit=is_hit)


def _is_no_reader(request: HttpRequest) -> bool:
    """Looked at and not kept: what calls itself a machine, and what a browser loads before anybody wants it."""
    purpose = request.headers.get("Sec-Purpose", "") + request.headers.get("Purpose", "")
    return "prefetch" in purpose or bool(_MACHINES.search(request.headers.get("User-Agent", "")))
