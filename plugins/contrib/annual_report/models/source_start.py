from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from plugins.api import District


class SourceStart(models.Model):
    """From which day on a source of figures knows everything of a district, where its disclosure office has said so.

    ``source`` is the name of the plug-in and of its source, ``requests.cases``. Without a row the source itself says
    it, see ``FigureSource.since``. The day is one in Asia/Shanghai.
    """

    district = models.ForeignKey(District, verbose_name=_("district"), on_delete=models.PROTECT, related_name="+")
    source = models.CharField(_("source"), max_length=120)
    day = models.DateField(_("complete from"))
    reason = models.CharField(_("reason"), max_length=300)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("first day of a source")
        verbose_name_plural = _("first days of sources")
        ordering = ["district", "source"]
        constraints = [
            models.UniqueConstraint(fields=["district", "source"], name="gongkai_annual_one_start"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="gongkai_annual_start_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.day}"
