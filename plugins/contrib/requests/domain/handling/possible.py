"""Which acts a person can do with a case now: what the table allows, less what the facts of the case rule out."""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from plugins.contrib.requests.enums import EventKind
from plugins.contrib.requests.models import Case
from plugins.contrib.requests.process.acts import Act
from plugins.contrib.requests.process.transitions import possible_acts

from .deciding import draft_that_waits
from .extending import is_over
from .reasons import waiting_question


def acts_now(case: Case, roles: Collection[str]) -> list[Act]:
    """In the order of the closed list. The verbs judge again: meanwhile somebody else may have acted."""
    allowed = possible_acts(case.state, roles)
    ruled_out = _ruled_out(case)
    return [act for act in Act if act.value in allowed and act not in ruled_out]


def _ruled_out(case: Case) -> set[Act]:
    events = [event.kind for event in case.events.all()]
    is_unpaid = events.count(EventKind.FEE_ASKED) > events.count(EventKind.PAID)
    is_questioned = waiting_question(case) is not None
    is_drafted, today = draft_that_waits(case) is not None, timezone.localdate()
    checks = {
        Act.RECEIVE: case.received_on is not None,
        Act.ACCEPT: case.received_on is None,
        Act.ASK_CORRECTION: case.received_on is None or EventKind.CORRECTION_ASKED in events,
        Act.ABANDON: case.paused_until is None or today <= case.paused_until,
        Act.EXTEND: EventKind.EXTENDED in events or is_over(case, today),
        Act.RETURN: not is_drafted,
        Act.DECIDE: not is_drafted,
        Act.ASK_REASONS: is_questioned,
        Act.GIVE_REASONS: not is_questioned,
        Act.ASK_FEE: is_unpaid,
        Act.SERVE_FEE: not is_unpaid,
        Act.RECORD_PAYMENT: not is_unpaid,
    }
    return {act for act, is_out in checks.items() if is_out} | ({*Act} if case.erased_at else set())
