"""Interpretations, pairs and waivers as queryset verbs; the day is always passed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from disclosure_pages.clearance.models import Clearance
from disclosure_pages.tree.enums import DisclosureAttribute
from disclosure_pages.tree.querysets import DisclosurePageQuerySet

if TYPE_CHECKING:
    from disclosure_pages.documents.models import PolicyDocument


class InterpretationQuerySet(DisclosurePageQuerySet):
    """Pages of interpretations."""

    def of_document(self, document: PolicyDocument) -> Self:
        """Those that explain ``document``, as they are public; drafts are found by ``Pairing``."""
        return self.filter(documents__document=document).distinct()


class PairingQuerySet(models.QuerySet[Any]):
    """What the latest drafts explain."""

    def of_one_unit(self) -> Self:
        """Pairs within one unit: nobody else's draft can hold back a document, or be a reason to publish it."""
        return self.filter(interpretation__unit=F("document__unit"))

    def hopeful(self) -> Self:
        """Pairs whose interpretation may still become public: nobody has decided that it stays inside."""
        decided = Clearance.objects.valid().filter(
            page=OuterRef("interpretation"), revision_id=OuterRef("interpretation__latest_revision_id")
        )
        return self.filter(~Exists(decided.exclude(attribute=DisclosureAttribute.PROACTIVE)))

    def answering_for(self, document: PolicyDocument) -> Self:
        """Pairs by which ``document`` counts as interpreted: what is public, and what its own unit is preparing."""
        mine = Q(interpretation__unit=F("document__unit")) | Q(interpretation__live=True)
        return self.hopeful().filter(mine, document=document)


class WaiverQuerySet(models.QuerySet[Any]):
    """Waivers."""

    def in_effect(self) -> Self:
        """Waivers that nobody has lifted."""
        return self.filter(lifted_at=None)
