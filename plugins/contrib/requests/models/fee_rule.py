from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from plugins.api import District
from plugins.contrib.requests.clock import FeeEffect, Rules

_ASSUMED = Rules()
MOST_DAYS = 366


class FeeRule(models.Model):
    """How long applicants of a district have to pay a fee (calendar days), and what that does to its clock.

    It holds for fees that are asked for from now on: a fee keeps the rule under which it was asked for, in the log of
    its case. Unsaved it is the assumption of the clock.
    """

    district = models.OneToOneField(District, verbose_name=_("district"), on_delete=models.CASCADE, related_name="+")
    days = models.PositiveSmallIntegerField(
        _("calendar days to pay"),
        default=_ASSUMED.payment,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_DAYS)],
        help_text=_("From the day after the notice was served; until that is known, after its letter was issued."),
    )
    effect = models.CharField(
        _("period for the answer"), max_length=10, choices=FeeEffect.choices, default=_ASSUMED.fee_effect
    )
    basis = models.CharField(
        _("source of the rule"),
        max_length=200,
        help_text=_("The text, with its article, or whose decision it is. It is shown with every deadline."),
    )

    class Meta:
        verbose_name = _("rule of fees")
        verbose_name_plural = _("rules of fees")
        constraints = [
            models.CheckConstraint(condition=models.Q(days__range=(1, MOST_DAYS)), name="gongkai_fee_rule_days"),
        ]

    def __str__(self) -> str:
        return f"{self.district} · {self.days}"
