"""Follow what becomes public, what is cleared, and what relations are written."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save, pre_save
from django.dispatch import receiver
from wagtail.models import Page

from disclosure_pages.clearance.models import Clearance
from disclosure_pages.documents.enums import RelationOrigin
from disclosure_pages.documents.models import DocumentRelation, PolicyDocument
from disclosure_pages.pages.models import Article
from disclosure_pages.tree.signals import content_published

from .domain.cataloguing import drop_entry, follow_clearance
from .domain.concluding import follow_publication
from .domain.reporting import follow_report
from .models import RoundItem
from .rules import KIND_OF_PROPOSAL


@receiver(content_published)
def follow_content(page: Page, **kwargs: Any) -> None:
    """Rounds and re-examinations end with their published result; a public document needs no catalogue entry."""
    if isinstance(page, PolicyDocument):
        follow_publication(page=page)
        drop_entry(page=page)
    elif isinstance(page, Article):
        follow_report(page=page)


@receiver(pre_save, sender=DocumentRelation)
def name_origin(instance: DocumentRelation, raw: bool = False, **kwargs: Any) -> None:
    """A relation that a round decided says so from its first row of history on."""
    if raw or instance.pk is not None or instance.kind not in KIND_OF_PROPOSAL.values():
        return
    proposals = [proposal for proposal, kind in KIND_OF_PROPOSAL.items() if kind == instance.kind]
    decided = RoundItem.objects.approved().filter(proposal__in=proposals, record=instance.target_id)
    if decided.filter(round__result_page=instance.source.page_id).exists():
        instance.origin = RelationOrigin.DECIDED


@receiver(post_save, sender=Clearance)
def propose_catalogue_entry(instance: Clearance, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """What may be known of a document on request is proposed when it is cleared as such."""
    if created and not raw:
        follow_clearance(clearance=instance)
