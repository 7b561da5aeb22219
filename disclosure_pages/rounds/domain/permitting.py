"""Who may act, as refusals; the screens answer 404 before, from the same querysets."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cms.people.domain.roles import districts_of
from disclosure_pages.rounds.exceptions import RoundRefused
from disclosure_pages.rounds.models import ReviewRound
from disclosure_pages.rounds.rules import OFFICE_ROLES

if TYPE_CHECKING:
    from cms.people.models import User
    from cms.tenancy.models import District


def lock_round(review_round: ReviewRound) -> None:
    """Read the round anew and keep others from acting on it until the transaction ends."""
    review_round.refresh_from_db(from_queryset=ReviewRound.objects.select_for_update(of=("self",)))


def acts_for(*, district: District, user: User, roles: Collection[str] = OFFICE_ROLES) -> bool:
    """Whether ``user`` holds one of ``roles`` in ``district``."""
    return districts_of(user, roles).filter(pk=district.pk).exists()


def require_office(*, district: District, user: User, roles: Collection[str] = OFFICE_ROLES) -> None:
    """Raise ``RoundRefused`` unless ``user`` acts for an office of ``district``."""
    if not acts_for(district=district, user=user, roles=roles):
        raise RoundRefused(_("You do not have the right to do this here."))


def require_reason(reason: str) -> str:
    """``reason`` without the space around it; raises ``ValidationError`` when nothing is left."""
    if not reason.strip():
        raise ValidationError({"reason": _("A reason is needed; it is recorded.")})
    return reason.strip()
