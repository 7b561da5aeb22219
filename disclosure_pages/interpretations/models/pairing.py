from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.interpretations.querysets import PairingQuerySet

from .interpretation import Interpretation


class Pairing(models.Model):
    """The latest draft of an interpretation explains this document. Derived from the draft, never edited.

    What is public stands in ``InterpretedDocument``; this is what clearance, gates and lists ask about drafts.
    """

    interpretation = models.ForeignKey(Interpretation, on_delete=models.CASCADE, related_name="pairings")
    document = models.ForeignKey(PolicyDocument, on_delete=models.PROTECT, related_name="pairings")
    is_together = models.BooleanField(_("published together"))

    objects = PairingQuerySet.as_manager()

    class Meta:
        verbose_name = _("pair of interpretation and document")
        verbose_name_plural = _("pairs of interpretation and document")
        constraints = [models.UniqueConstraint(fields=["interpretation", "document"], name="gongkai_paired_once")]

    def __str__(self) -> str:
        return f"{self.interpretation.draft_title} → {self.document.draft_title}"
