"""What a unit says about its documents, and handing it in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from simple_history.utils import bulk_update_with_history

from disclosure_pages.rounds.enums import Proposal, RoundState
from disclosure_pages.rounds.exceptions import RoundRefused
from disclosure_pages.rounds.models import ReviewRound, RoundItem, RoundUnit
from disclosure_pages.rounds.rules import REASONED

from .permitting import lock_round

if TYPE_CHECKING:
    from cms.people.models import User

PROPOSAL_FIELDS = ("proposal", "reason", "successor", "proposed_by", "proposed_at")
RETURN_FIELDS = ("returned_by", "returned_at", "return_reason")


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """What is proposed for one document; an empty proposal takes back what was said."""

    proposal: str = ""
    reason: str = ""
    successor: str = ""

    def problem(self) -> str:
        """What is missing, as a sentence; empty when nothing is."""
        if self.proposal and self.proposal not in Proposal.values:
            return _("“%(value)s” is no decision. Choose one of: %(choices)s.") % {
                "value": self.proposal,
                "choices": "、".join(str(label) for label in Proposal.labels),
            }
        if self.proposal in REASONED and not self.reason.strip():
            return _("Say why: only keeping a document needs no reason.")
        return ""


@transaction.atomic
def record_proposals(*, part: RoundUnit, user: User, proposals: Mapping[int, Proposed]) -> int:
    """Keep what ``user`` says about documents (key of the item → proposal) of ``part``; returns how many changed.

    Part of a table may be saved and the rest later. Raises ``RoundRefused`` when the unit's table is closed,
    ``ValidationError`` when a proposal lacks its reason; then nothing is kept.
    """
    _check_open(part, user)
    items = list(_lock(part, proposals))
    for item in items:
        problem = proposals[item.pk].problem()
        if problem:
            raise ValidationError(f"{item.record}: {problem}")
        _set(item, proposals[item.pk], user)
    fields = (*PROPOSAL_FIELDS, *RETURN_FIELDS)
    if items:
        bulk_update_with_history(items, RoundItem, fields, batch_size=200, default_user=user)
    return len(items)


def _lock(part: RoundUnit, keys: Iterable[int]) -> Iterable[RoundItem]:
    """Items of this unit that are still open: an approved proposal is changed only after it was returned."""
    mine = RoundItem.objects.filter(round=part.round_id, unit=part.unit_id, approved_at=None, pk__in=list(keys))
    return mine.select_related("record").select_for_update(of=("self",)).order_by("pk")


def _set(item: RoundItem, proposed: Proposed, user: User) -> None:
    item.proposal, item.reason, item.successor = proposed.proposal, proposed.reason.strip(), proposed.successor.strip()
    item.proposed_by, item.proposed_at = (user, timezone.now()) if proposed.proposal else (None, None)
    item.returned_by, item.returned_at, item.return_reason = None, None, ""


@transaction.atomic
def hand_in(*, part: RoundUnit, user: User) -> None:
    """The unit has decided about every document. The last unit that hands in ends the time of proposals."""
    _check_open(part, user)
    left = RoundItem.objects.filter(round=part.round_id, unit=part.unit_id).undecided().count()
    if left:
        raise RoundRefused(_("%(number)d documents are still undecided.") % {"number": left})
    part.handed_in_at, part.handed_in_by = timezone.now(), user
    part.save()
    follow_units(review_round=part.round)


def follow_units(*, review_round: ReviewRound) -> None:
    """The state of a running round follows from its units: all have handed in, or somebody still has to."""
    lock_round(review_round)
    is_complete = not review_round.units.filter(handed_in_at=None).exists()
    state = RoundState.DECIDING if is_complete else RoundState.OPEN
    if review_round.state != state:
        review_round.state = state
        review_round.save()


def _check_open(part: RoundUnit, user: User) -> None:
    if not RoundUnit.objects.decided_by(user).filter(pk=part.pk).exists():
        raise RoundRefused(_("Your unit does not decide in this round now."))
    if RoundUnit.objects.select_for_update().get(pk=part.pk).handed_in_at is not None:
        raise RoundRefused(_("The table was handed in. Ask the office to return what has to change."))
