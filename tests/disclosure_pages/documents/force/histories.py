"""Random histories, and the comparison of the engine with the reference model on them."""

import datetime as dt
import itertools
import random

from disclosure_pages.documents.force.computing import force_periods
from disclosure_pages.documents.force.enums import RelationKind
from disclosure_pages.documents.force.facts import DocumentFacts, RelationFacts
from tests.disclosure_pages.documents.force.reference import Answer, Reference

FIRST, LENGTH = dt.date(2024, 2, 23), 12
DAYS = [FIRST + dt.timedelta(days=number) for number in range(LENGTH)]
KINDS = [*RelationKind.values, "repeals", "replaces", "declares_expired", "extends", "extends", "amends"]


def random_histories(*, seed: int, count: int):
    """``count`` histories, the same for the same ``seed``."""
    chance = random.Random(seed)
    return (random_history(chance) for _ in range(count))


def random_history(chance: random.Random):
    """2 to 6 documents and up to 7 relations on few days, so that acts meet; a third of them may act in circles."""
    days = chance.sample(DAYS, chance.randint(3, 8))
    keys = list(range(1, chance.choice((2, 2, 3, 3, 4, 5, 6)) + 1))
    in_circles = chance.random() < 1 / 3
    documents = [_document(chance, key, days) for key in keys]
    relations = [_relation(chance, key, keys, days, in_circles) for key in range(chance.randint(0, 7))]
    return documents, relations


def _document(chance, key, days):
    return DocumentFacts(
        key=key,
        effective_on=None if chance.random() < 0.05 else min(chance.choice(days), chance.choice(days)),
        expires_on=chance.choice(days) if chance.random() < 0.4 else None,
        annulled_on=chance.choice(days) if chance.random() < 0.1 else None,
    )


def _relation(chance, key, keys, days, in_circles):
    first, second = sorted(chance.sample(keys, 2))
    source, target = (chance.choice(keys), chance.choice(keys)) if in_circles else (first, second)
    stranger = chance.random()
    return RelationFacts(
        key=key,
        source=None if stranger < 0.03 else 99 if stranger < 0.05 else source,
        target=99 if stranger > 0.98 else target,
        kind=chance.choice(KINDS),
        takes_effect_on=chance.choice(days),
        new_expiry=chance.choice(days) if chance.random() < 0.7 else None,
        lifted_on=chance.choice(days) if chance.random() < 0.25 else None,
        ends_with_source=chance.random() < 0.35,
        order=chance.randint(0, 1),
    )


def differences(documents, relations) -> list[str]:
    """Days on which engine and reference differ, and periods that leave a gap, overlap or repeat each other."""
    found, reference = [], Reference(documents, relations)
    for key, periods in force_periods(documents, relations).items():
        found += [f"document {key}: {fault}" for fault in _faults(periods)]
        for day, computed in zip(DAYS, _daily(periods), strict=True):
            expected = reference.answer(key, day)
            if computed != expected:
                found.append(f"document {key}, {day}: engine {computed}, reference {expected}")
    return found


def _daily(periods):
    """The engine's answer on each of ``DAYS``, by walking along the periods once."""
    rest = iter(periods)
    period = next(rest)
    answer = _answer(period)
    for day in DAYS:
        while period.ends_on is not None and period.ends_on < day:
            period = next(rest)
            answer = _answer(period)
        yield answer


def _answer(period):
    return Answer(period.force, period.cause.kind, period.cause.relation, period.cause.day)


def _faults(periods):
    if (periods[0].starts_on, periods[-1].ends_on) != (None, None):
        yield "does not reach from the beginning to the end"
    for before, after in itertools.pairwise(periods):
        if before.ends_on + dt.timedelta(days=1) != after.starts_on:
            yield f"gap or overlap at {after.starts_on}"
        if (before.force, before.cause) == (after.force, after.cause):
            yield f"two periods alike at {after.starts_on}"
