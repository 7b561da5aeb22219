from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from cms.tenancy.models import Unit
from disclosure_pages.documents.models import LegalRecord
from disclosure_pages.rounds.enums import ItemState, Proposal
from disclosure_pages.rounds.querysets import RoundItemQuerySet

from .review_round import ReviewRound


def _person(label: Any) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=label, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )


class RoundItem(models.Model):
    """One document of a round: what its unit proposes and why, and who approved or returned that. It has a history.

    Whoever approves is another person than who proposed (four eyes, also a constraint). A change of the proposal takes
    the approval away.
    """

    round = models.ForeignKey(
        ReviewRound, verbose_name=_("review round"), on_delete=models.CASCADE, related_name="items"
    )
    record = models.ForeignKey(LegalRecord, verbose_name=_("document"), on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="+")
    proposal = models.CharField(_("proposal"), max_length=16, choices=Proposal.choices, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    successor = models.CharField(
        _("new document or new text"),
        max_length=300,
        blank=True,
        help_text=_("Title or number of what takes its place, or what is to be changed."),
    )
    proposed_by = _person(_("proposed by"))
    proposed_at = models.DateTimeField(_("proposed at"), null=True, blank=True)
    approved_by = _person(_("approved by"))
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True)
    returned_by = _person(_("returned by"))
    returned_at = models.DateTimeField(_("returned at"), null=True, blank=True)
    return_reason = models.CharField(_("reason for returning it"), max_length=300, blank=True)

    history = HistoricalRecords()
    objects = RoundItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("document of a review round")
        verbose_name_plural = _("documents of review rounds")
        ordering = ["round", "unit", "record__formed_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "record"], name="gongkai_document_once_per_round"),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("proposed_by")), name="gongkai_round_four_eyes"
            ),
        ]
        indexes = [models.Index(fields=["round", "unit"], name="gongkai_round_unit_items")]

    def __str__(self) -> str:
        return f"{self.record} · {self.get_proposal_display() or self.state.label}"

    @property
    def state(self) -> ItemState:
        """Where the document stands in the round."""
        if self.approved_at is not None:
            return ItemState.APPROVED
        if self.returned_at is not None:
            return ItemState.RETURNED
        return ItemState.PROPOSED if self.proposal else ItemState.UNDECIDED
