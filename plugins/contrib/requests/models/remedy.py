from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plugins.contrib.requests.enums import RemedyKind, RemedyResult
from plugins.contrib.requests.protection.encryption import EncryptedTextField

from .case import Case


class Remedy(models.Model):
    """A reconsideration or a lawsuit against what was done with a case (Art. 51), with its result.

    It is pending as long as it has no day of conclusion; part four of the annual report counts it.
    """

    case = models.ForeignKey(Case, verbose_name=_("case"), on_delete=models.CASCADE, related_name="remedies")
    kind = models.CharField(_("kind of remedy"), max_length=20, choices=RemedyKind.choices)
    organ = models.CharField(_("organ or court"), max_length=120)
    reference = models.CharField(_("reference of the organ or court"), max_length=100, blank=True)
    filed_on = models.DateField(_("filed on"))
    result = models.CharField(_("result"), max_length=20, choices=RemedyResult.choices, default=RemedyResult.PENDING)
    concluded_on = models.DateField(_("concluded on"), null=True, blank=True)
    note = EncryptedTextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("remedy")
        verbose_name_plural = _("remedies")
        ordering = ["filed_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(concluded_on=None, result=RemedyResult.PENDING)
                | (Q(concluded_on__gte=F("filed_on")) & ~Q(result=RemedyResult.PENDING)),
                name="gongkai_remedy_concluded_with_result",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} · {self.get_kind_display()}"
