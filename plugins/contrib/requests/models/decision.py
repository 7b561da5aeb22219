from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plugins.contrib.requests.enums import Outcome
from plugins.contrib.requests.protection.encryption import EncryptedTextField

from .case import Case


class Decision(models.Model):
    """What is answered (Art. 36): drafted by one person, approved by another."""

    case = models.OneToOneField(Case, verbose_name=_("case"), on_delete=models.CASCADE, related_name="decision")
    outcome = models.CharField(_("outcome"), max_length=30, choices=Outcome.choices)
    reasons = EncryptedTextField(_("reasons of the decision"))
    basis = models.TextField(_("legal basis"), blank=True)
    given = EncryptedTextField(_("what is given, or where it is public"), blank=True)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("drafted by"), on_delete=models.PROTECT, related_name="+"
    )
    drafted_at = models.DateTimeField(_("drafted at"), auto_now=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=pgettext_lazy("of a case", "approved by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    approved_on = models.DateField(_("approved on"), null=True, blank=True)

    class Meta:
        verbose_name = pgettext_lazy("of a case", "decision")
        verbose_name_plural = pgettext_lazy("of a case", "decisions")

    def __str__(self) -> str:
        return f"{self.case} · {self.get_outcome_display()}"
