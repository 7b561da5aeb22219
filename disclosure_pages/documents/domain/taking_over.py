"""Take over what a draft's text states: the only way from a proposal to a field or a relation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from disclosure_pages.documents.enums import EffectiveRule
from disclosure_pages.documents.exceptions import DraftLocked, OffersGone
from disclosure_pages.documents.models import PolicyDocument, StatedRelation
from disclosure_pages.documents.proposals.proposal import ProposalKind

from .offers import Offer, OfferState, follows_publication, offers_of

if TYPE_CHECKING:
    from cms.people.models import User


def may_take_over(*, page: PolicyDocument, user: User) -> bool:
    """Whether ``user`` may edit the page; taking over is editing."""
    return bool(page.permissions_for_user(user).can_edit())


@transaction.atomic
def take_over(
    *, page: PolicyDocument, user: User, keys: Collection[str], days: Mapping[str, dt.date | None] | None = None
) -> Revision:
    """Write a new revision of the latest draft with the chosen offers; reviews and publication come after, as ever.

    ``days`` are the new last days in force of extensions whose text does not tell them. The page is locked first:
    what is chosen is looked for in the draft as it is then. Raises ``PermissionDenied``, ``DraftLocked`` while nobody
    may edit it, ``OffersGone`` when its text no longer says so, ``ValidationError`` when days contradict each other.
    """
    Page.objects.select_for_update().filter(pk=page.pk).values_list("pk", flat=True).first()
    page = PolicyDocument.objects.get(pk=page.pk)
    if not may_take_over(page=page, user=user):
        raise PermissionDenied(_("You do not have the right to do this here."))
    lock = page.get_lock()
    if lock is not None and lock.for_user(user):
        raise DraftLocked(lock.get_message(user))
    draft: PolicyDocument = page.get_latest_revision_as_object()
    chosen = [offer for offer in offers_of(draft) if offer.key in keys and offer.state == OfferState.OPEN]
    if not chosen or {offer.key for offer in chosen} != set(keys):
        raise OffersGone(_("The text has changed and does not say all of this any more. Look at it again."))
    for offer in chosen:
        _apply(draft, offer, day=(days or {}).get(offer.key))
    draft.clean()
    revision: Revision = draft.save_revision(user=user)
    data = {"taken": [{"statement": str(offer.proposal.kind), "sentence": offer.proposal.sentence} for offer in chosen]}
    log(
        instance=page,
        action="gongkai.document.take_over",
        user=user,
        revision=revision,
        content_changed=True,
        data=data,
        title=draft.title,
    )
    return revision


def _apply(draft: PolicyDocument, offer: Offer, *, day: dt.date | None) -> None:
    proposal = offer.proposal
    if proposal.kind == ProposalKind.RELATION:
        draft.stated_relations.add(_relation(offer, day=day))
    elif proposal.kind == ProposalKind.EXPIRY:
        draft.expires_on = proposal.day
    elif follows_publication(proposal):
        draft.effective_rule, draft.effective_on = EffectiveRule.ON_PUBLICATION, None
    else:
        draft.effective_rule, draft.effective_on = EffectiveRule.ON_DAY, proposal.day


def _relation(offer: Offer, *, day: dt.date | None) -> StatedRelation:
    proposal = offer.proposal
    target = offer.target
    return StatedRelation(
        kind=proposal.relation,
        target=target.page if target is not None else None,
        target_title=proposal.target_title[:255],
        target_number=proposal.target_number[:100],
        provisions=proposal.provisions[:300],
        takes_effect_on=proposal.day,
        new_expiry=offer.new_expiry or day,
    )
