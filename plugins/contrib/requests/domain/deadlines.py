"""The clock of a case, reckoned from its log, and what is kept of it on the case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from plugins.api import WorkingCalendar, working_calendar
from plugins.contrib.requests.clock import (
    ClockRefused,
    DueKind,
    Event,
    Explanation,
    FeeEffect,
    Ledger,
    Scenario,
    Tone,
    explain,
    ledger_of,
    tone_of,
)
from plugins.contrib.requests.clock.course import Due
from plugins.contrib.requests.clock.events import FIELDS, LIMITED
from plugins.contrib.requests.enums import ConsultationKind, EventKind
from plugins.contrib.requests.models import Case, CaseEvent

KEPT = ("due_on", "paused_until", "is_provisional")


def refresh_deadline(case: Case, *, written: CaseEvent) -> None:
    """Reckon what is kept of the clock of ``case`` anew, inside the transaction that wrote ``written`` to its log.

    Raises :class:`~plugins.contrib.requests.exceptions.CaseRefused` for an event that cannot be, so that it is not
    written. What stood there before is not judged again: a calendar that changes would shut the case for everybody.
    """
    if _reckon(case, working_calendar(), judged=written):
        case.save(update_fields=KEPT)


def _reckon(case: Case, calendar: WorkingCalendar, *, judged: CaseEvent | None = None) -> bool:
    """Set what is kept; answers whether it changed."""
    before, now = (case.due_on, case.paused_until, case.is_provisional), _kept(case, calendar, judged)
    case.due_on, case.paused_until, case.is_provisional = now
    return before != now


def _kept(
    case: Case, calendar: WorkingCalendar, judged: CaseEvent | None
) -> tuple[dt.date | None, dt.date | None, bool]:
    ledger = _ledger(case, calendar, judged)
    return (ledger.due, ledger.paused_until, bool(ledger.provisional_years)) if ledger else (None, None, False)


def _ledger(case: Case, calendar: WorkingCalendar, judged: CaseEvent | None = None) -> Ledger | None:
    """The clock of ``case``; none before its day of receipt."""
    if case.received_on is None:
        return None
    return ledger_of(clock_events(case.events.all(), judged=judged), calendar=calendar)


@dataclass
class Recount:
    """``moved`` have another day now; ``refused`` could not be counted: each with the reason, and their days stay."""

    moved: list[Case] = field(default_factory=list)
    refused: list[tuple[Case, str]] = field(default_factory=list)


@transaction.atomic
def recount_deadlines(cases: QuerySet[Case]) -> Recount:
    """Reckon all of ``cases`` anew, after days of the calendar have changed: as many queries for many as for one."""
    calendar, found = working_calendar(), Recount()
    for case in cases.select_for_update(of=("self",)).prefetch_related("events"):
        try:
            if _reckon(case, calendar):
                found.moved.append(case)
        except ClockRefused as error:
            found.refused.append((case, str(error)))
    Case.objects.bulk_update(found.moved, KEPT, batch_size=500)
    return found


def clock_events(log: Iterable[CaseEvent], *, judged: CaseEvent | None = None) -> Iterator[Event]:
    """What the clock reads of a log; all but ``judged`` is settled.

    Those who are asked are numbered in their order: no name leaves the case.
    """
    numbers: dict[str, str] = {}
    for one in log:
        kind = EventKind(one.kind)
        if kind in FIELDS:
            asked = str(one.data.get("who", ""))
            who = numbers.setdefault(asked, str(len(numbers) + 1)) if "who" in FIELDS[kind] else ""
            is_settled = kind in LIMITED and one != judged
            yield Event(kind, one.day, who=who, is_settled=is_settled, **_told(kind, one.data))


def _told(kind: EventKind, data: dict[str, Any]) -> dict[str, Any]:
    until, days, effect = (data.get(name) for name in ("until", "days", "effect"))
    told = {
        "until": dt.date.fromisoformat(until) if until else None,
        "days": int(days) if days else None,
        "effect": FeeEffect(effect) if effect else None,
        "basis": str(data.get("basis", "")),
        "whom": ConsultationKind(data.get("kind") or ConsultationKind.THIRD_PARTY),
    }
    return {name: value for name, value in told.items() if name in FIELDS[kind]}


def open_payment(case: Case) -> Due | None:
    """The payment that is waited for, with its last day and how that comes about."""
    ledger = _ledger(case, working_calendar())
    dues = ledger.dues if ledger else ()
    return next((due for due in dues if due.kind == DueKind.PAYMENT and due.done is None), None)


def explain_case(case: Case, *, today: dt.date) -> Explanation:
    """Each day of ``case``; raises :class:`ClockRefused` without a day of receipt."""
    scenario = Scenario(tuple(clock_events(case.events.all())))
    return explain(scenario, calendar=working_calendar(), today=today)


@dataclass(frozen=True, slots=True)
class Standing:
    """How urgent a case is: its tone, and the working days that are left, negative for those since the deadline."""

    tone: Tone
    left: int | None


def standing_of(case: Case, *, today: dt.date, calendar: WorkingCalendar) -> Standing:
    """From what is kept on the case, without a query: a whole queue needs the calendar alone."""
    is_done = case.is_concluded
    if case.received_on is None and not is_done:
        return Standing(Tone.NEW, None)
    tone = tone_of(case.due_on, paused_until=case.paused_until, is_done=is_done, today=today, calendar=calendar)
    return Standing(tone, None if is_done or case.due_on is None else _left(case.due_on, today, calendar))


def _left(due: dt.date, today: dt.date, calendar: WorkingCalendar) -> int:
    return calendar.count_between(today, due) if today <= due else -calendar.count_between(due, today)
