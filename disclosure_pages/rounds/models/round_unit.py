from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.tenancy.models import Unit
from disclosure_pages.rounds.querysets import RoundUnitQuerySet

from .review_round import ReviewRound


class RoundUnit(models.Model):
    """One unit's part in a round: when it was invited, and when it handed its table in."""

    round = models.ForeignKey(
        ReviewRound, verbose_name=_("review round"), on_delete=models.CASCADE, related_name="units"
    )
    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField(_("invited at"), null=True, blank=True)
    handed_in_at = models.DateTimeField(_("handed in at"), null=True, blank=True)
    handed_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("handed in by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = RoundUnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("unit of a review round")
        verbose_name_plural = _("units of review rounds")
        ordering = ["round", "unit"]
        constraints = [models.UniqueConstraint(fields=["round", "unit"], name="gongkai_unit_once_per_round")]

    def __str__(self) -> str:
        return f"{self.round} · {self.unit}"
