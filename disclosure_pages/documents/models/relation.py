from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from disclosure_pages.documents.enums import RelationOrigin
from disclosure_pages.documents.force.enums import RelationKind

from .legal_record import LegalRecord


class DocumentRelation(models.Model):
    """A published fact: one document repeals, amends, extends … another one from a day on. It has a history.

    A target outside the library is kept as title and number and linked when it arrives. ``lifted_on`` is the first day
    on which the effect is gone again: undoing is a new dated act, never a deletion.
    """

    source = models.ForeignKey(
        LegalRecord, verbose_name=_("by"), on_delete=models.CASCADE, related_name="relations_from"
    )
    kind = models.CharField(_("relation"), max_length=24, choices=RelationKind.choices)
    target = models.ForeignKey(
        LegalRecord,
        verbose_name=_("other document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="relations_to",
    )
    target_title = models.CharField(_("title of the other document"), max_length=255, blank=True)
    target_number = models.CharField(_("number of the other document"), max_length=100, blank=True)
    target_key = models.CharField(max_length=100, blank=True, editable=False, db_index=True)
    takes_effect_on = models.DateField(_("from"), null=True, blank=True)
    provisions = models.CharField(_("provisions"), max_length=300, blank=True)
    new_expiry = models.DateField(_("extended until"), null=True, blank=True)
    ends_with_source = models.BooleanField(_("lasts only while the document is in force"), default=False)
    lifted_on = models.DateField(_("lifted from"), null=True, blank=True)
    lifting_reason = models.CharField(_("reason for lifting it"), max_length=300, blank=True)
    origin = models.CharField(_("origin"), max_length=12, choices=RelationOrigin.choices, default=RelationOrigin.STATED)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("relation between documents")
        verbose_name_plural = _("relations between documents")
        ordering = ["takes_effect_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(target=None) | ~Q(target=F("source")), name="gongkai_no_relation_to_itself"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source.short_name} {self.get_kind_display()} {self.target_name}"

    @property
    def target_name(self) -> str:
        """How a sentence names the other document, in the library or not."""
        if self.target is not None:
            return self.target.short_name
        return self.target_number or f"《{self.target_title}》"
