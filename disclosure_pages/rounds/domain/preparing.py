"""Begin a round, and invite the units."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log

from cms.people.domain.roles import people_with_role
from disclosure_pages.clearance.letters import admin_url, write_letters
from disclosure_pages.rounds.enums import RoundState
from disclosure_pages.rounds.exceptions import RoundRefused
from disclosure_pages.rounds.models import ReviewRound, RoundUnit
from disclosure_pages.rounds.rules import CANCELLABLE
from disclosure_pages.tree.querysets import UNIT_ROLES

from .permitting import lock_round, require_office, require_reason

if TYPE_CHECKING:
    from cms.people.models import User
    from cms.tenancy.models import District


@transaction.atomic
def create_round(
    *, district: District, user: User, title: str, basis: str, due_on: dt.date, takes_effect_on: dt.date | None = None
) -> ReviewRound:
    """A round in preparation, without documents yet."""
    require_office(district=district, user=user)
    return ReviewRound.objects.create(
        district=district,
        title=title,
        basis=basis,
        due_on=due_on,
        takes_effect_on=takes_effect_on,
        opened_by=user,
    )


@transaction.atomic
def open_round(*, review_round: ReviewRound, user: User) -> int:
    """Invite the units to decide; from now on the documents of the round are settled. Returns how many units."""
    require_office(district=review_round.district, user=user)
    lock_round(review_round)
    if review_round.state != RoundState.PREPARING:
        raise RoundRefused(_("The units have already been invited."))
    parts = list(review_round.units.select_related("unit"))
    if not parts:
        raise RoundRefused(_("Choose the documents first: the round has none."))
    review_round.state = RoundState.OPEN
    review_round.save()
    review_round.units.update(invited_at=timezone.now())
    for part in parts:
        invite(part)
    log(instance=review_round, action="gongkai.round.open", user=user, data={"units": len(parts)})
    return len(parts)


def invite(part: RoundUnit) -> None:
    """Write to the people of the unit what they are asked to do, and until when."""
    write_letters(
        kind="round_open",
        people=people_with_role(*UNIT_ROLES, unit=part.unit),
        subject=format_lazy("{}: {}", gettext_lazy("Review round"), part.round.title),
        link=admin_url("gongkai_rounds:unit_table", part.pk),
        round=part.round,
        unit=part.unit,
        total=part.round.items.filter(unit=part.unit_id).count(),
    )


@transaction.atomic
def cancel_round(*, review_round: ReviewRound, user: User, reason: str) -> None:
    """Call a round off before it has a result: nothing changes in law, and its documents are free for another one."""
    require_office(district=review_round.district, user=user)
    lock_round(review_round)
    if review_round.state not in CANCELLABLE:
        raise RoundRefused(_("This round has a result; take the result back, or undo it."))
    review_round.state, review_round.ending_reason = RoundState.CANCELLED, require_reason(reason)
    review_round.save()
    log(instance=review_round, action="gongkai.round.cancel", user=user, data={"reason": review_round.ending_reason})
