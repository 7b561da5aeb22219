"""From facts to periods: the legal force of documents on every day there is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from .agenda import agenda
from .course import Course
from .enums import KINDS_ABOUT_FORCE
from .facts import Cause, DocumentFacts, Key, Period, RelationFacts, Standing
from .precedence import standing

__all__ = ["Cause", "Period", "force_on", "force_periods"]

ONE_DAY = dt.timedelta(days=1)


def force_periods(documents: Iterable[DocumentFacts], relations: Iterable[RelationFacts]) -> dict[Key, list[Period]]:
    """Periods of each document: ordered, without gap or overlap, from the beginning to the end of time.

    Total and deterministic on any input, in whatever order it comes. The documents must be a closure (see
    ``reaching.closure``): a relation whose source or target is missing has no effect. Keys are unique among documents
    and among relations. Cost grows with the number of days on which something changes, not with the length of time.
    """
    by_key = {document.key: document for document in documents}
    counting = [relation for relation in relations if _counts(relation, by_key)]
    histories = {key: [(dt.date.min, standing(document, (), dt.date.min))] for key, document in by_key.items()}
    course = Course(by_key, counting)
    for day, changing in agenda(by_key.values(), counting).items():
        for key, found in course.enter(day, changing).items():
            _note(histories[key], day, found)
    return {key: _periods(history) for key, history in histories.items()}


def force_on(periods: Iterable[Period], day: dt.date) -> Period:
    """The period of one document that holds ``day``; ``periods`` as ``force_periods`` gives them."""
    return next(period for period in periods if period.holds(day))


def _counts(relation: RelationFacts, documents: dict[Key, DocumentFacts]) -> bool:
    return (
        relation.kind in KINDS_ABOUT_FORCE
        and relation.target in documents
        and (relation.source is None or relation.source in documents)
    )


def _note(history: list[tuple[dt.date, Standing]], day: dt.date, found: Standing) -> None:
    if history[-1][0] == day:
        history[-1] = (day, found)
    elif history[-1][1] != found:
        history.append((day, found))


def _periods(history: Sequence[tuple[dt.date, Standing]]) -> list[Period]:
    starts = [None, *(day for day, _found in history[1:])]
    ends = [*(start - ONE_DAY for start in starts if start is not None), None]
    return [
        Period(force=found.force, starts_on=start, ends_on=end, cause=found.cause)
        for (_day, found), start, end in zip(history, starts, ends, strict=True)
    ]
