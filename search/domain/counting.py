"""How often readers ask for what, and open what they find. Nothing is noted of who they are.

Counts are added up in memory and written after an answer has been sent, some seconds' worth at a time, so that a search
waits for nothing and fails of nothing here. A process that is killed loses what it has not written.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from typing import Any

from django.conf import settings
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from cms.tenancy.models import District
from search.models import SearchCount

from .kept_texts import kept_text

logger = logging.getLogger(__name__)
WRITE_SECONDS = 10.0
#: Different texts that are kept for a day and a district, and in memory; what comes after is counted without its text.
MOST_TEXTS, MOST_IN_MEMORY = 2000, 500
Key = tuple[Any, int | None, str]


@dataclass(slots=True)
class Tally:
    """What is to be added to a row."""

    searches: int = 0
    without_hit: int = 0
    opened: int = 0


_lock = threading.Lock()
_tallies: dict[Key, Tally] = {}
_since = 0.0


def count_search(text: str, *, district_id: int | None, is_hit: bool) -> None:
    """Somebody asked for ``text``. ``is_hit``: something holds all the words. ``district_id``: None in a whole city."""
    _add(kept_text(text), district_id, Tally(searches=1, without_hit=int(not is_hit)))


def count_opened(text: str, *, district_id: int | None) -> None:
    """Somebody opened a hit of ``text``, which is as :func:`kept_text` gave it."""
    _add(text, district_id, Tally(opened=1))


def _add(text: str, district_id: int | None, more: Tally) -> None:
    global _since  # noqa: PLW0603  (one a process)
    if not settings.SEARCH_REPORT_DAYS:
        return
    with _lock:
        key = (timezone.localdate(), district_id, text)
        if key not in _tallies and len(_tallies) >= MOST_IN_MEMORY:
            key = (*key[:2], "")
        _since = _since if _tallies else time.monotonic()
        tally = _tallies.setdefault(key, Tally())
        tally.searches += more.searches
        tally.without_hit += more.without_hit
        tally.opened += more.opened


def write_when_due(**kwargs: Any) -> None:
    """Called when a request is over."""
    if _tallies and time.monotonic() - _since >= WRITE_SECONDS:
        write_counts()


def write_counts(**kwargs: Any) -> None:
    """Write what has been counted. If it cannot be written it is lost; a search is worth more than its count."""
    taken = _take()
    if not taken:
        return
    try:
        with transaction.atomic():
            _write(taken)
    except DatabaseError:
        logger.warning("%d counts of searches could not be written", len(taken), exc_info=True)


def _take() -> dict[Key, Tally]:
    global _tallies
    with _lock:
        taken, _tallies = _tallies, {}
    return taken


def _write(taken: Mapping[Key, Tally]) -> None:
    """Rows one by one, in one order everywhere, so that processes do not wait for each other in a circle."""
    there = set(District.objects.values_list("pk", flat=True))
    room: dict[tuple[Any, int | None], int] = {}
    for key in sorted(taken, key=lambda one: (one[0], one[1] or 0, one[2])):
        day, district_id, text = key
        if district_id is not None and district_id not in there:
            continue
        if _was_added(key, taken[key]):
            continue
        left = room.setdefault((day, district_id), MOST_TEXTS - _rows(day, district_id))
        if not text or left > 0:
            room[day, district_id] = left - 1
            _make_row(key, taken[key])
        elif not _was_added(rest := (day, district_id, ""), taken[key]):
            _make_row(rest, taken[key])


def _rows(day: Any, district_id: int | None) -> int:
    return SearchCount.objects.filter(day=day, district=district_id).count()


def _make_row(key: Key, tally: Tally) -> None:
    day, district_id, text = key
    searches, without_hit, opened = astuple(tally)
    try:
        with transaction.atomic():
            SearchCount.objects.create(
                day=day, district_id=district_id, text=text, searches=searches, without_hit=without_hit, opened=opened
            )
    except IntegrityError:  # another process made the row a moment ago
        _was_added(key, tally)


def _was_added(key: Key, tally: Tally) -> bool:
    day, district_id, text = key
    rows = SearchCount.objects.filter(day=day, district=district_id, text=text)
    return bool(
        rows.update(
            searches=F("searches") + tally.searches,
            without_hit=F("without_hit") + tally.without_hit,
            opened=F("opened") + tally.opened,
        )
    )
