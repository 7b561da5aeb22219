"""The day on which the answer is due, kept on the case."""

from __future__ import annotations

from plugins.api import working_calendar
from plugins.contrib.requests.enums import EventKind
from plugins.contrib.requests.models import Case

ANSWER_DAYS = 20


def refresh_deadline(case: Case) -> None:
    """Reckon ``due_on`` anew from the log of ``case``, inside the transaction that wrote to it."""
    calendar, start, days = working_calendar(), case.received_on, ANSWER_DAYS
    for event in case.events.all():
        if event.kind == EventKind.CORRECTED:
            start = event.day
        elif event.kind == EventKind.EXTENDED:
            days += event.data["days"]
    case.due_on = calendar.after(start, days) if start else None
    case.is_provisional = bool(case.due_on and calendar.is_provisional(case.due_on))
    case.save(update_fields=["due_on", "is_provisional"])
