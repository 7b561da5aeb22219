"""What of the log of a case is for its applicant: on the status page, and in what they take away."""

from __future__ import annotations

from typing import Final

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from plugins.contrib.requests.enums import CaseState, EventKind
from plugins.contrib.requests.models import Case, CaseEvent

#: What the desk does and writes for itself, or tells by its letter.
INTERNAL: Final = frozenset(
    {
        EventKind.NOTE,
        EventKind.ASSIGNED,
        EventKind.FEE_SENT,
        EventKind.FEE_SERVED,
        EventKind.DRAFTED,
        EventKind.RETURNED,
        EventKind.DECIDED,
        EventKind.PUBLISHED,
        EventKind.REMEDY,
        EventKind.ERASED,
    }
)
#: Events whose text was written for the applicant, or by them.
WITH_TEXT: Final = frozenset(
    {
        EventKind.CORRECTION_ASKED,
        EventKind.CORRECTED,
        EventKind.EXTENDED,
        EventKind.REASONS_ASKED,
        EventKind.REASONS_GIVEN,
        EventKind.FEE_ASKED,
        EventKind.SUPPLEMENTED,
        EventKind.MESSAGE,
        EventKind.WITHDRAWN,
    }
)
#: From here on the applicant has the decision.
SERVED: Final = frozenset({CaseState.SERVED, CaseState.CLOSED})


def told_events(case: Case) -> QuerySet[CaseEvent]:
    """What happened, as far as the applicant is told."""
    found: QuerySet[CaseEvent] = case.events.exclude(kind__in=INTERNAL)
    return found


def told_text(event: CaseEvent) -> str:
    """What was said to the applicant or by them; whom a case was passed on to, and until when a correction has time."""
    said = event.text if event.kind in WITH_TEXT else ""
    if event.kind == EventKind.TRANSFERRED and event.data.get("target"):
        return _("Passed on to: %(target)s") % {"target": event.data["target"]}
    if event.kind == EventKind.CORRECTION_ASKED and event.data.get("until"):
        last_day = _("Answer by %(day)s; after that day the application counts as given up.")
        return f"{said}\n\n{last_day % {'day': event.data['until']}}"
    if event.kind == EventKind.REASONS_ASKED:
        last_day = _("Answer by %(day)s; after that day the office decides without your reasons.")
        return f"{said}\n\n{last_day % {'day': event.data['until']}}"
    return said
