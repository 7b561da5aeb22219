from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.tenancy.models import Unit
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.interpretations.querysets import WaiverQuerySet


class InterpretationWaiver(models.Model):
    """The disclosure office lets a document be public without an interpretation, and says why. Never deleted."""

    document = models.ForeignKey(
        PolicyDocument, null=True, on_delete=models.SET_NULL, related_name="interpretation_waivers"
    )
    document_title = models.CharField(_("document"), max_length=255)
    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(_("reason"))
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("given by"), on_delete=models.PROTECT, related_name="+"
    )
    given_at = models.DateTimeField(_("given at"), default=timezone.now)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("lifted by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    lifted_at = models.DateTimeField(_("lifted at"), null=True, blank=True)

    objects = WaiverQuerySet.as_manager()

    class Meta:
        verbose_name = _("waiver of an interpretation")
        verbose_name_plural = _("waivers of interpretations")
        ordering = ["-given_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="gongkai_waiver_has_reason"),
            models.UniqueConstraint(
                fields=["document"], condition=Q(lifted_at=None), name="gongkai_one_waiver_in_effect"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_title} · {self.reason}"
