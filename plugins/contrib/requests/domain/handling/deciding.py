"""The answer (Art. 36): drafted by one person, approved by another, served, closed."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.contrib.requests.domain.fees import check_lapsed
from plugins.contrib.requests.domain.letters.due import check_letter, take_approval_back
from plugins.contrib.requests.enums import Delivery, EventKind, Outcome
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Case, CaseEvent, Decision
from plugins.contrib.requests.process.acts import Act

from .holding import Hold
from .reasons import check_asked

#: A draft, and what ends its waiting: who decides must know what a third party said.
_DRAFTS = frozenset({EventKind.DRAFTED, EventKind.RETURNED, EventKind.ASKED, EventKind.ANSWERED})


@transaction.atomic
def draft_decision(
    *,
    case: Case,
    outcome: Outcome,
    reasons: str,
    basis: str,
    user: Any,
    given: str = "",
    day: dt.date | None = None,
) -> Decision:
    """Write what is to be answered, or write it anew; it waits for the approval of somebody else.

    ``day`` is today but for what was written before the case came onto the platform. Raises :class:`CaseRefused` for
    an outcome that the course of the case rules out.
    """
    hold = Hold(case, Act.DRAFT, user, outcome=outcome, reason=reasons.strip(), basis=basis.strip(), day=day)
    hold.check_day()
    _check_outcome(hold, outcome)
    texts = {"outcome": outcome, "reasons": reasons.strip(), "basis": basis.strip(), "given": given.strip()}
    made, _is_new = Decision.objects.update_or_create(case=hold.case, defaults={**texts, "drafted_by": user})
    take_approval_back(hold.case, user=user)
    hold.write(EventKind.DRAFTED, outcome=outcome.value)
    return made


@transaction.atomic
def return_draft(*, case: Case, reason: str, user: Any) -> Case:
    """The office wants it written otherwise; the draft stays and is changed."""
    hold = Hold(case, Act.RETURN, user, reason=reason.strip())
    _waiting_draft(hold)
    hold.write(EventKind.RETURNED, text=reason.strip())
    return hold.case


@transaction.atomic
def approve_decision(*, case: Case, user: Any, day: dt.date | None = None, draft: int | None = None) -> Case:
    """The draft becomes the decision, and the case is concluded on ``day``, which its draft does not follow.

    ``draft`` is the key of the draft that was read (see :func:`draft_that_waits`): one that was written anew since is
    approved by nobody unseen. Two persons: raises :class:`CaseRefused` for whoever had a hand in the drafts, and while
    the letter that tells the decision is not approved.
    """
    hold = Hold(case, Act.DECIDE, user, day=day or timezone.localdate())
    decision = _waiting_draft(hold)
    drafted = draft_that_waits(hold.case)
    if drafted and draft is not None and drafted.pk != draft:
        raise CaseRefused(_("The draft was written anew meanwhile. Read it as it is now, then approve it."))
    if hold.case.events.filter(kind=EventKind.DRAFTED, by=user).exists():
        raise CaseRefused(_("You drafted this decision; somebody else of the disclosure office approves it."))
    hold.check_day(drafted.day if drafted else None)
    _check_outcome(hold, Outcome(decision.outcome))  # what was asked for may have come since
    check_letter(hold.case, Act.DECIDE)
    decision.approved_by, decision.approved_on = user, hold.day
    decision.save(update_fields=["approved_by", "approved_on"])
    hold.case.outcome, hold.case.concluded_on = decision.outcome, hold.day
    hold.write(EventKind.DECIDED, outcome=decision.outcome)
    return hold.case


@transaction.atomic
def serve_decision(*, case: Case, way: Delivery, user: Any, day: dt.date | None = None, note: str = "") -> Case:
    """The letter reached the applicant on ``day``, on this way; raises :class:`CaseRefused` while it is not issued."""
    hold = Hold(case, Act.SERVE, user, day=day or timezone.localdate())
    hold.check_day(hold.case.concluded_on)
    check_letter(hold.case, Act.SERVE)
    hold.case.served_on = hold.day
    hold.write(EventKind.SERVED, text=note.strip(), way=way.value)
    return hold.case


@transaction.atomic
def close_case(*, case: Case, user: Any, day: dt.date | None = None) -> Case:
    """Nothing is left to do; the years of keeping begin."""
    hold = Hold(case, Act.CLOSE, user, day=day or timezone.localdate())
    hold.check_day(hold.case.served_on)
    hold.case.closed_on = hold.day
    hold.write(EventKind.CLOSED)
    return hold.case


def draft_that_waits(case: Case) -> CaseEvent | None:
    """The draft that is with the office: written, not returned, and nobody was asked or has answered since."""
    found = (event for event in case.events.all() if event.kind in _DRAFTS)
    last = max(found, key=lambda one: one.pk, default=None)
    return last if last is not None and last.kind == EventKind.DRAFTED and not case.is_concluded else None


def _waiting_draft(hold: Hold) -> Decision:
    if draft_that_waits(hold.case) is None:
        raise CaseRefused(_("No draft waits for approval."))
    found: Decision = hold.case.decision
    return found


def _check_outcome(hold: Hold, outcome: Outcome) -> None:
    if outcome == Outcome.OTHER_NOT_CORRECTED:
        raise CaseRefused(_("A case that was not corrected in time is closed as such, without a decision."))
    if outcome == Outcome.UNAVAILABLE_UNCLEAR and not hold.last(EventKind.CORRECTION_ASKED):
        raise CaseRefused(_("Still unclear after a correction: no correction was asked for."))
    if outcome == Outcome.UNPROCESSED_EXCESSIVE:
        check_asked(hold.case, on=hold.day)
    if outcome == Outcome.OTHER_NOT_PAID:
        check_lapsed(hold.case, on=hold.day)
