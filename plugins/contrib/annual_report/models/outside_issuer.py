from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from plugins.api import District


class OutsideIssuer(models.Model):
    """Words of an issuer that are none of the district's organs, as its disclosure office has said once.

    Its documents, as of the state, the province or the city, are rightly left out of part two of the report.
    """

    district = models.ForeignKey(District, verbose_name=_("district"), on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("issuer"), max_length=120, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("issuer outside the district")
        verbose_name_plural = _("issuers outside the district")
        ordering = ["district", "name"]
        constraints = [models.UniqueConstraint(fields=["district", "name"], name="gongkai_annual_outside_issuer_once")]

    def __str__(self) -> str:
        return self.name
