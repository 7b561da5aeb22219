from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from cms.tenancy.validators import validate_unit_name

from .district import District
from .unit import Unit


class UnitCollective(models.Model):
    """A set of units that the table names together (集合单位), such as 区直各有关单位.

    Who belongs to it is in no source: administrators edit it as data.
    """

    district = models.ForeignKey(
        District, verbose_name=_("district"), on_delete=models.PROTECT, related_name="collectives"
    )
    name = models.CharField(_("name"), max_length=120, validators=[validate_unit_name])
    units = models.ManyToManyField(
        Unit, verbose_name=_("units"), through="CollectiveMember", related_name="collectives"
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("collective")
        verbose_name_plural = _("collectives")
        ordering = ["district", "name"]
        constraints = [
            models.UniqueConstraint(fields=["district", "name"], name="gongkai_collective_name_once_per_district")
        ]

    def __str__(self) -> str:
        return self.name


class CollectiveMember(models.Model):
    """One unit's place in a collective; ``is_sample`` marks membership that nobody has confirmed."""

    collective = models.ForeignKey(
        UnitCollective, verbose_name=_("collective"), on_delete=models.CASCADE, related_name="members"
    )
    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.CASCADE, related_name="collective_places")
    is_sample = models.BooleanField(_("sample, not confirmed"), default=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("member of a collective")
        verbose_name_plural = _("members of a collective")
        ordering = ["collective", "unit"]
        constraints = [models.UniqueConstraint(fields=["collective", "unit"], name="gongkai_collective_member_once")]

    def __str__(self) -> str:
        return f"{self.collective}: {self.unit}"

    def clean(self) -> None:
        super().clean()
        if self.unit_id and self.collective_id and self.unit.district_id != self.collective.district_id:
            raise ValidationError({"unit": _("The unit belongs to another district.")})
