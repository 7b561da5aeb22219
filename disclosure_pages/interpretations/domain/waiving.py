"""Let a document be public without an interpretation, and take that back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from disclosure_pages.clearance.domain.acts import may_act_as_office
from disclosure_pages.clearance.domain.reviewing import people_involved
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.interpretations.models import InterpretationWaiver

if TYPE_CHECKING:
    from cms.people.models import User


@transaction.atomic
def waive_interpretation(*, page: PolicyDocument, user: User, reason: str) -> InterpretationWaiver:
    """Let ``page`` be public without an interpretation. The district's disclosure office does, with a reason.

    Four eyes: not whoever wrote or submitted the document. Raises ``ValidationError`` without a reason, or when there
    is a waiver already.
    """
    _require(may_act_as_office(page=page, user=user))
    if user.pk in people_involved(page):
        raise PermissionDenied(_("Four eyes: nobody waives what belongs to a document that they wrote or submitted."))
    if not reason.strip():
        raise ValidationError({"reason": _("A reason is needed; it is recorded.")})
    if PolicyDocument.objects.select_for_update().get(pk=page.pk).interpretation_waivers.in_effect().exists():
        raise ValidationError(_("There is a waiver for this document already."))
    waiver = InterpretationWaiver.objects.create(
        document_id=page.pk, document_title=page.draft_title, unit_id=page.unit_id, reason=reason.strip(), given_by=user
    )
    log(instance=page, action="gongkai.interpretation.waive", user=user, data={"reason": waiver.reason})
    return waiver


@transaction.atomic
def lift_waiver(*, page: PolicyDocument, user: User, reason: str) -> None:
    """The document needs an interpretation after all; the waiver stays in the list."""
    _require(may_act_as_office(page=page, user=user))
    if not reason.strip():
        raise ValidationError({"reason": _("A reason is needed; it is recorded.")})
    waivers = InterpretationWaiver.objects.in_effect().filter(document=page.pk)
    if not waivers.update(lifted_at=timezone.now(), lifted_by=user):
        raise ValidationError(_("There is no waiver for this document any more."))
    log(instance=page, action="gongkai.interpretation.lift_waiver", user=user, data={"reason": reason.strip()})


def _require(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied(_("You do not have the right to do this here."))
