"""What happens to a case and moves its clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from plugins.contrib.requests.enums import ConsultationKind, EventKind

from .enums import FeeEffect

#: What an event of each kind can say beside its day; a kind that is not here does not move the clock.
FIELDS: Final[Mapping[EventKind, frozenset[str]]] = {
    EventKind.RECEIVED: frozenset(),
    EventKind.CORRECTION_ASKED: frozenset({"until"}),
    EventKind.CORRECTED: frozenset(),
    EventKind.ASKED: frozenset({"until", "whom", "who"}),
    EventKind.ANSWERED: frozenset({"who"}),
    EventKind.EXTENDED: frozenset({"days"}),
    EventKind.FEE_ASKED: frozenset({"days", "effect", "basis"}),
    EventKind.FEE_SENT: frozenset(),
    EventKind.FEE_SERVED: frozenset(),
    EventKind.PAID: frozenset(),
    EventKind.DECIDED: frozenset(),
    EventKind.WITHDRAWN: frozenset(),
    EventKind.ABANDONED: frozenset(),
    EventKind.TRANSFERRED: frozenset(),
    EventKind.REOPENED: frozenset({"days"}),
}
#: Kinds that are possible up to a day, or only after one, that the calendar decides.
LIMITED: Final = frozenset({EventKind.CORRECTION_ASKED, EventKind.EXTENDED, EventKind.FEE_ASKED, EventKind.ABANDONED})


@dataclass(frozen=True, slots=True)
class Event:
    """``kind`` happened on ``day`` (Asia/Shanghai); the other fields are told for the kinds of ``FIELDS`` alone.

    ``who`` tells several that were asked from each other, by a key that is no name of a person. ``days`` are working
    days: by how many the period is extended, or how many there are after a reopening; of a fee calendar days to pay it.
    ``until`` is the last day that is left to the applicant, or to whoever is asked. ``effect`` and ``basis`` of a fee
    are the rule that held when it was asked for, and where that was taken from. ``is_settled`` is what was written down
    before: its day was right by the calendar of then, and holidays or make-up days that are announced later do not undo
    it.
    """

    kind: EventKind
    day: dt.date
    whom: ConsultationKind = ConsultationKind.THIRD_PARTY
    who: str = ""
    days: int | None = None
    until: dt.date | None = None
    is_settled: bool = False
    effect: FeeEffect | None = None
    basis: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, (str(EventKind(self.kind).label), self.who, self.day.isoformat())))
