from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.tenancy.models import Unit

from .column import Column


class ColumnTally(models.Model):
    """How much public content a column holds, by unit and year of publication: counts are kept, not counted."""

    column = models.ForeignKey(Column, on_delete=models.CASCADE, related_name="tallies")
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField(_("year"))
    total = models.PositiveIntegerField(_("total"), default=0)
    newest_on = models.DateField(_("newest"), null=True)

    class Meta:
        verbose_name = _("column tally")
        verbose_name_plural = _("column tallies")
        constraints = [models.UniqueConstraint(fields=["column", "unit", "year"], name="gongkai_tally_once")]

    def __str__(self) -> str:
        return f"{self.column_id}/{self.unit_id}/{self.year}: {self.total}"
