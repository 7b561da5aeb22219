"""Second approval: another person agrees with what a unit proposes, or returns it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from simple_history.utils import bulk_update_with_history

from cms.people.domain.roles import people_with_role
from disclosure_pages.clearance.letters import admin_url, write_letters
from disclosure_pages.rounds.exceptions import RoundRefused
from disclosure_pages.rounds.models import ReviewRound, RoundItem, RoundUnit
from disclosure_pages.rounds.rules import WORKING
from disclosure_pages.tree.querysets import UNIT_ROLES

from .permitting import lock_round, require_office, require_reason
from .proposing import RETURN_FIELDS, follow_units

if TYPE_CHECKING:
    from cms.people.models import User


@transaction.atomic
def approve_items(*, review_round: ReviewRound, user: User, items: Collection[int]) -> int:
    """Agree with proposals (keys) of units that have handed in; returns how many.

    Raises ``RoundRefused`` when ``user`` proposed one of them (four eyes); then none is approved.
    """
    chosen = [
        item for item in _lock(review_round, user, items) if item.approved_at is None and item.returned_at is None
    ]
    own = [str(item.record) for item in chosen if item.proposed_by_id == user.pk]
    if own:
        raise RoundRefused(_("Four eyes: you proposed this yourself: %(names)s.") % {"names": "、".join(own[:5])})
    for item in chosen:
        item.approved_by, item.approved_at = user, timezone.now()
    _write(chosen, ("approved_by", "approved_at"), user)
    return len(chosen)


@transaction.atomic
def return_items(*, review_round: ReviewRound, user: User, items: Collection[int], reason: str) -> int:
    """Give proposals (keys) back to their units with a reason, approved ones too; returns how many.

    Their units' tables are open again, and the units are told.
    """
    said = require_reason(reason)
    chosen = list(_lock(review_round, user, items))
    for item in chosen:
        item.approved_by, item.approved_at = None, None
        item.returned_by, item.returned_at, item.return_reason = user, timezone.now(), said
    _write(chosen, ("approved_by", "approved_at", *RETURN_FIELDS), user)
    parts = review_round.units.filter(unit__in={item.unit_id for item in chosen}).select_related("unit")
    for part in parts:
        _reopen(part, reason=said, total=sum(item.unit_id == part.unit_id for item in chosen))
    follow_units(review_round=review_round)
    return len(chosen)


def _reopen(part: RoundUnit, *, reason: str, total: int) -> None:
    part.handed_in_at, part.handed_in_by = None, None
    part.save()
    write_letters(
        kind="round_returned",
        people=people_with_role(*UNIT_ROLES, unit=part.unit),
        subject=format_lazy("{}: {}", gettext_lazy("Returned in a review round"), part.round.title),
        link=admin_url("gongkai_rounds:unit_table", part.pk),
        round=part.round,
        unit=part.unit,
        total=total,
        reason=reason,
    )


def _lock(review_round: ReviewRound, user: User, items: Collection[int]) -> QuerySet[RoundItem]:
    """Proposals of units that have handed in, locked."""
    require_office(district=review_round.district, user=user)
    lock_round(review_round)
    if review_round.state not in WORKING:
        raise RoundRefused(_("Proposals are not approved or returned any more: the round has a result."))
    ready = review_round.units.filter(handed_in_at__isnull=False).values("unit")
    chosen = review_round.items.exclude(proposal="").filter(pk__in=list(items), unit__in=ready).select_related("record")
    locked: QuerySet[RoundItem] = chosen.select_for_update(of=("self",)).order_by("pk")
    return locked


def _write(items: list[Any], fields: Collection[str], user: User) -> None:
    if items:
        bulk_update_with_history(items, RoundItem, fields, batch_size=200, default_user=user)
