"""What an assignment waits for, by when, and how far it is. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from .states import ItemState, Step, Tone
from .transitions import CITY, OFFICE

#: How far an item in each state is, of 100.
WEIGHTS: Mapping[str, int] = {
    ItemState.DRAFT: 0,
    ItemState.RETURNED: 10,
    ItemState.SUBMITTED: 25,
    ItemState.ACCEPTED: 50,
    ItemState.ADAPTING: 50,
    ItemState.ADAPTED: 75,
    ItemState.APPROVED: 90,
    ItemState.PUBLISHED: 100,
}
#: Which of the four days of an assignment ends a step, and who is asked.
DUE_OF: Mapping[Step, str] = {
    Step.DRAFT: "draft_due",
    Step.AUDIT: "audit_due",
    Step.ADOPT: "adapt_due",
    Step.ADAPT: "adapt_due",
    Step.APPROVE: "publish_due",
    Step.PUBLISH: "publish_due",
}
WHO: Mapping[Step, frozenset[str]] = {
    Step.DRAFT: OFFICE,
    Step.AUDIT: CITY,
    Step.ADOPT: CITY,
    Step.ADAPT: OFFICE,
    Step.APPROVE: CITY,
    Step.PUBLISH: OFFICE,
}
_STEP_OF: Mapping[str, Step] = {
    ItemState.DRAFT: Step.DRAFT,
    ItemState.RETURNED: Step.DRAFT,
    ItemState.SUBMITTED: Step.AUDIT,
    ItemState.ADAPTING: Step.ADAPT,
    ItemState.ADAPTED: Step.APPROVE,
}
SOON_DAYS = 5


def open_steps(counts: Mapping[str, int], *, is_adopted: bool, is_published: bool) -> tuple[Step, ...]:
    """Everything that waits for somebody, the earliest step first. The city's audit goes on while others are drafted.

    ``counts`` are items by state. Common elements and publication wait for the last item.
    """
    if is_published:
        return (Step.DONE,)
    begun = {_STEP_OF[state] for state, number in counts.items() if number and state in _STEP_OF}
    if not sum(counts.values()):
        begun = {Step.ADAPT if is_adopted else Step.DRAFT}
    if not begun:
        return (Step.PUBLISH if is_adopted else Step.ADOPT,)
    return tuple(step for step in Step if step in begun)


def percent_of(counts: Mapping[str, int]) -> int:
    """How far all items are together."""
    total = sum(counts.values())
    return sum(WEIGHTS[state] * number for state, number in counts.items()) // total if total else 0


def tone_of(due: dt.date | None, *, today: dt.date) -> Tone:
    """How the day stands; nothing is due any more where there is none."""
    if due is None:
        return Tone.DONE
    if due < today:
        return Tone.OVERDUE
    return Tone.SOON if (due - today).days <= SOON_DAYS else Tone.FINE
