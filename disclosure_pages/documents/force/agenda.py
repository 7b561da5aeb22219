"""On which days something can change, for which documents. Between these days nothing does."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from .facts import DocumentFacts, Key, RelationFacts

Agenda = Mapping[dt.date, set[Key]]


def agenda(documents: Iterable[DocumentFacts], relations: Iterable[RelationFacts]) -> Agenda:
    """Days of change in their order, each with the documents to look at again on that day."""
    keys_by_day: dict[dt.date, set[Key]] = defaultdict(set)
    for document in documents:
        for day in (document.effective_on, day_after(document.expires_on), document.annulled_on):
            if day is not None:
                keys_by_day[day].add(document.key)
    for relation in relations:
        for day in _days_of(relation):
            keys_by_day[day].add(relation.target)
    return dict(sorted(keys_by_day.items()))


def _days_of(relation: RelationFacts) -> Iterator[dt.date]:
    # The day after too: what was left open in a circle (see README) is then known not to have happened.
    begins = relation.takes_effect_on
    days = (begins, day_after(begins), relation.lifted_on, day_after(relation.new_expiry))
    return (day for day in days if day is not None and day >= begins)


def day_after(day: dt.date | None) -> dt.date | None:
    """The next day, if there is one: the last day of the calendar has none."""
    return None if day is None or day == dt.date.max else day + dt.timedelta(days=1)
