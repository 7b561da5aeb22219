"""What was found lately: the next page, another filter and a popular question need no second look at the texts."""

from __future__ import annotations

from threading import Lock

from search.engines.contract import Question

from .found import Found

_KEPT = 64


class Recent:
    """Findings by question, for one state of an index; none of them is changed by those who use it."""

    def __init__(self) -> None:
        self._changes = -1
        self._found: dict[Question, Found] = {}
        self._lock = Lock()

    def get(self, question: Question, *, changes: int) -> Found | None:
        """What ``question`` found in the state with so many ``changes``, if that is remembered."""
        with self._lock:
            return self._found.get(question) if changes == self._changes else None

    def keep(self, question: Question, found: Found, *, changes: int) -> None:
        """Remember it, in the place of the oldest; findings of an older state are of no use."""
        with self._lock:
            if changes > self._changes:
                self._changes, self._found = changes, {}
            if changes == self._changes:
                self._found[question] = found
                if len(self._found) > _KEPT:
                    del self._found[next(iter(self._found))]
