"""Which documents must be known to compute one, and which must be computed anew when one changes.

Both ask for relations in batches: one call for each step away from where they begin, however many documents that is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .enums import KINDS_ABOUT_FORCE
from .facts import Key, RelationFacts

Lookup = Callable[[frozenset[Key]], Iterable[RelationFacts]]


def closure(targets: Iterable[Key], relations_of: Lookup) -> set[Key]:
    """``targets`` and every document on which their force can depend, through however many others.

    ``relations_of(keys)`` yields the relations whose target is among ``keys``. Those among the documents of the answer
    are all that ``force_periods`` needs.
    """
    return _reach(targets, relations_of, lambda relation: relation.source)


def affected(sources: Iterable[Key], relations_from: Lookup) -> set[Key]:
    """``sources`` and every document whose force can depend on theirs.

    ``relations_from(keys)`` yields the relations whose source is among ``keys``.
    """
    return _reach(sources, relations_from, lambda relation: relation.target)


def _reach(start: Iterable[Key], ask: Lookup, other_end: Callable[[RelationFacts], Key | None]) -> set[Key]:
    reached: set[Key] = set()
    front = frozenset(start)
    while front:
        reached |= front
        ends = {other_end(relation) for relation in ask(front) if relation.kind in KINDS_ABOUT_FORCE}
        front = frozenset(key for key in ends if key is not None and key not in reached)
    return reached
