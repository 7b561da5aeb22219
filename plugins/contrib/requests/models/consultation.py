from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plugins.contrib.requests.enums import ConsultationKind, Position
from plugins.contrib.requests.protection.encryption import EncryptedTextField

from .case import Case


class Consultation(models.Model):
    """A third party (Art. 32) or another organ (Art. 34) that was asked, and what they said.

    Both have 15 working days; the time between is not counted (Art. 33).
    """

    case = models.ForeignKey(Case, verbose_name=_("case"), on_delete=models.CASCADE, related_name="consultations")
    kind = models.CharField(_("who is asked"), max_length=20, choices=ConsultationKind.choices)
    name = EncryptedTextField(_("name of whoever is asked"))
    asked_on = models.DateField(_("asked on"))
    due_on = models.DateField(_("answer of theirs due on"))
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    position = models.CharField(
        pgettext_lazy("of a case", "position"), max_length=20, choices=Position.choices, blank=True
    )
    reason = EncryptedTextField(_("reasons that they gave"), blank=True)

    class Meta:
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")
        ordering = ["asked_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on=None, position="") | (Q(answered_on__gte=F("asked_on")) & ~Q(position="")),
                name="gongkai_consultation_answered_with_position",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} · {self.get_kind_display()}"
