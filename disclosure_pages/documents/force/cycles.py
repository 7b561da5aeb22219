"""Relations that are refused when they are stated. What was stored without being asked is computed all the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from .enums import DECISIVE_KINDS, RelationKind, RelationProblem
from .facts import Key, RelationFacts

#: Kinds by which one document takes something from, or gives it to, the life of another. Amending is not among them: it
#: leaves its target alive and able to act, and documents that are revised in turn do amend each other over the years.
CYCLE_KINDS: frozenset[str] = DECISIVE_KINDS | {RelationKind.PARTIALLY_REPEALS}

#: Kinds of which one document may state several about another, each on provisions of its own.
KINDS_BY_PROVISION: frozenset[str] = frozenset({RelationKind.PARTIALLY_REPEALS, RelationKind.AMENDS})


def refuse(relation: RelationFacts, existing: Iterable[RelationFacts]) -> RelationProblem | None:
    """The first thing wrong with stating ``relation`` beside ``existing``, or ``None``.

    ``existing`` holds at least the relations to the same target and those that lead away from it (those among
    ``reaching.affected``); ``relation`` itself may be among them. Relations that are lifted close no circle and
    repeat nothing: they are over, or have their end.
    """
    if relation.source == relation.target:
        return RelationProblem.SELF_RELATION
    if relation.lifted_on is not None:
        return None
    others = [other for other in existing if other.key != relation.key and other.lifted_on is None]
    if any(_repeats(relation, other) for other in others):
        return RelationProblem.DUPLICATE
    if relation.kind in CYCLE_KINDS and relation.source in _reached_from(relation.target, others):
        return RelationProblem.CYCLE
    return None


def _repeats(relation: RelationFacts, other: RelationFacts) -> bool:
    if (relation.source, relation.kind, relation.target) != (other.source, other.kind, other.target):
        return False
    return relation.kind not in KINDS_BY_PROVISION or relation.provisions == other.provisions


def _reached_from(start: Key, relations: Iterable[RelationFacts]) -> set[Key]:
    targets_of: dict[Key | None, list[Key]] = defaultdict(list)
    for relation in relations:
        if relation.kind in CYCLE_KINDS:
            targets_of[relation.source].append(relation.target)
    reached, waiting = {start}, [start]
    while waiting:
        new = set(targets_of[waiting.pop()]) - reached
        reached |= new
        waiting += new
    return reached
