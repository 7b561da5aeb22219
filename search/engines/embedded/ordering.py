"""The order of hits, and the place in it where a cursor points."""

from __future__ import annotations

import base64
import heapq
import json
from collections.abc import Callable, Sequence
from typing import Any

from search.engines.contract import SearchRequest, Sort

from .found import Found
from .ranking import score
from .snapshot import Snapshot

Place = tuple[Any, ...]
#: Behind everything that has a day or a number.
_LAST_DAY, _LAST_NUMBER = 9_999_999, "\U0010ffff"
#: Of rows that are too many to be weighed and not likely to come first: behind all that are.
_UNSCORED = -1.0
#: Worth is compared to so many digits; what differs by less may be the same, and the newer page comes first.
_DIGITS, _SAME = 4, 0.0001


class Order:
    """Places of rows: tuples that sort as the hits are shown; no two are the same."""

    def __init__(self, found: Found, rows: Sequence[int], request: SearchRequest, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._best = {key: place for place, key in reversed(list(enumerate(request.best)))}
        self._rows = rows
        is_scored = request.sort is Sort.RELEVANCE
        self.scores = score(found, rows, request, snapshot) if is_scored else {}
        self._tail: Callable[[int], Place] = {
            Sort.RELEVANCE: self._relevance,
            Sort.NEWEST: self._newest,
            Sort.OLDEST: self._oldest,
            Sort.NUMBER: self._number,
        }[request.sort]

    def places(self, *, first: int | None = None) -> list[tuple[Place, int]]:
        """Where each row stands: the best bets in their order, then by the order asked for, then the newest page.

        With ``first``, at least the rows of so many places are among them.
        """
        rows = self._rows if first is None else self._leading(first)
        keys, tail, behind = self._snapshot.keys, self._tail, len(self._best)
        places: list[tuple[Place, int]] = [((behind, *tail(row), -keys[row]), row) for row in rows]
        if not self._best:
            return places
        return [((self._best.get(keys[row], behind), *place[1:]), row) for place, row in places]

    def _leading(self, count: int) -> Sequence[int]:
        """Rows among which the first ``count`` are: by relevance those that are worth enough, as far as is known."""
        if self._best or len(self.scores) <= count:
            return self._rows
        least = sorted(self.scores.values())[-count] - _SAME
        return [row for row, worth in self.scores.items() if worth >= least]

    def _relevance(self, row: int) -> Place:
        return (-round(self.scores.get(row, _UNSCORED), _DIGITS), -self._snapshot.days[row])

    def _newest(self, row: int) -> Place:
        return (-self._snapshot.days[row],)

    def _oldest(self, row: int) -> Place:
        return (self._snapshot.days[row] or _LAST_DAY,)

    def _number(self, row: int) -> Place:
        return (self._snapshot.orders[row] or _LAST_NUMBER,)


def page_of(order: Order, request: SearchRequest) -> tuple[list[int], str]:
    """The rows of the page asked for, and the cursor to the next one; empty when there is none."""
    if request.cursor:
        placed = order.places()
        after = decode_cursor(request.cursor, like=placed[0][0] if placed else ())
        first = heapq.nsmallest(request.size + 1, (one for one in placed if one[0] > after))
    else:
        wanted = request.offset + request.size + 1
        first = heapq.nsmallest(wanted, order.places(first=wanted))[request.offset :]
    shown = first[: request.size]
    has_more = bool(shown) and len(first) > len(shown)
    return [row for _place, row in shown], encode_cursor(shown[-1][0]) if has_more else ""


def encode_cursor(place: Place) -> str:
    """A place as text that an address may hold."""
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode()


def decode_cursor(cursor: str, *, like: Place) -> Place:
    """The place in ``cursor``; raises ``ValueError`` when no answer in the order of ``like`` can have given it."""
    try:
        values = json.loads(base64.b64decode(cursor, altchars=b"-_", validate=True))
    except (ValueError, RecursionError) as error:
        raise ValueError("This is no cursor.") from error
    if not isinstance(values, list) or (like and list(map(_kind, values)) != list(map(_kind, like))):
        raise ValueError("This cursor belongs to another order.")
    return tuple(values)


def _kind(value: object) -> str:
    return "number" if isinstance(value, int | float) else type(value).__name__
