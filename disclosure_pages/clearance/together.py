"""What has to become public together: said by the rooms above, which install it when the process starts.

Clearance knows contents, not that one of them explains another. A room says which pages have to be public no later
than given ones; what is linked by that in either direction forms a *party*, published in one act or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

#: Keys of pages → keys of pages that are not public yet and have to be, at the latest in the same act.
Prerequisites = Callable[[Collection[int]], Iterable[int]]
_prerequisites: list[Prerequisites] = []


def install_prerequisites(say: Prerequisites) -> None:
    """Let ``say`` name what has to be public no later than given pages."""
    if say not in _prerequisites:
        _prerequisites.append(say)


def party_of(page_id: int) -> set[int]:
    """Keys of everything that has to become public with the page ``page_id``, the page itself among them."""
    party, fresh = {page_id}, {page_id}
    while fresh:
        fresh = {key for say in _prerequisites for key in say(fresh)} - party
        party |= fresh
    return party
