from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.tenancy.models import District


class MourningDays(models.Model):
    """Days on which pages are shown in grey (哀悼日), both ends inclusive, in Asia/Shanghai.

    Without a district they hold for the whole installation.
    """

    district = models.ForeignKey(
        District, verbose_name=_("district"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"), help_text=_("The last day, inclusive."))
    occasion = models.CharField(_("Occasion"), max_length=120)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("days of mourning")
        verbose_name_plural = _("days of mourning")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="gongkai_mourning_days_in_order")
        ]

    def __str__(self) -> str:
        return f"{self.occasion} ({self.starts_on:%Y-%m-%d} – {self.ends_on:%Y-%m-%d})"

    def clean(self) -> None:
        super().clean()
        first: dt.date | None = self.starts_on
        last: dt.date | None = self.ends_on
        if first is not None and last is not None and last < first:
            raise ValidationError({"ends_on": _("The last day is before the first one.")})
