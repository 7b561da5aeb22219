"""What was known at a moment (recording time) about legal force on a day (legal time)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from disclosure_pages.documents.force.computing import Period, force_on, force_periods
from disclosure_pages.documents.models import DocumentRelation, LegalRecord

from .facts import Facts


@dataclass(frozen=True)
class Knowledge:
    """The facts as they were recorded at one moment, for some documents."""

    facts: Facts
    keys: tuple[int, ...]

    def periods(self) -> dict[int, list[Period]]:
        """Key of a legal record → its periods; documents of which nothing was known then are left out."""
        computed = force_periods(*self.facts.needed_for(self.keys))
        return {key: computed[key] for key in self.keys if key in computed}

    def force_on(self, day: dt.date) -> dict[int, Period]:
        """Key of a legal record → its period that holds ``day``."""
        return {key: force_on(periods, day) for key, periods in self.periods().items()}


def as_known_on(moment: dt.datetime | dt.date, *, records: Iterable[int]) -> Knowledge:
    """What we knew at ``moment`` about ``records`` (keys); a bare day means its end in Asia/Shanghai.

    ``as_known_on(X, records=[key]).force_on(D)`` answers “what did we say on day X about the force on day D”.
    """
    at = end_of(moment)
    records_then = LegalRecord.history.as_of(at).filter(voided_at=None)
    return Knowledge(Facts(records_then, DocumentRelation.history.as_of(at)), tuple(records))


def end_of(moment: dt.datetime | dt.date) -> dt.datetime:
    """``moment`` itself, or the last moment of a day in the current time zone."""
    if isinstance(moment, dt.datetime):
        return moment
    return timezone.make_aware(dt.datetime.combine(moment, dt.time.max))
