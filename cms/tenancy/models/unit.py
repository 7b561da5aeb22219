from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from cms.tenancy.enums import UnitKind
from cms.tenancy.querysets import UnitQuerySet
from cms.tenancy.validators import validate_unit_code, validate_unit_name

from .district import District


class Unit(models.Model):
    """A responsible unit (责任单位) of a district.

    ``code`` is stable: it names the unit in section slugs and group names, so it outlives a change of name.
    """

    district = models.ForeignKey(District, verbose_name=_("district"), on_delete=models.PROTECT, related_name="units")
    name = models.CharField(
        _("name"),
        max_length=120,
        validators=[validate_unit_name],
        help_text=_("As the responsibility table writes it: 区教育局."),
    )
    full_name = models.CharField(_("full name"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=UnitKind.choices, default=UnitKind.DEPARTMENT)
    code = models.CharField(_("code"), max_length=32, validators=[validate_unit_code])
    parent = models.ForeignKey(
        "self",
        verbose_name=_("superior unit"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="subunits",
    )
    active_from = models.DateField(_("active from"), null=True, blank=True)
    active_to = models.DateField(_("active to"), null=True, blank=True, help_text=_("The last day, inclusive."))
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="merged_units",
    )

    history = HistoricalRecords()
    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["district", "kind", "code"]
        constraints = [
            models.UniqueConstraint(fields=["district", "name"], name="gongkai_unit_name_once_per_district"),
            models.UniqueConstraint(fields=["district", "code"], name="gongkai_unit_code_once_per_district"),
            models.CheckConstraint(
                condition=Q(active_to__isnull=True) | Q(active_from__isnull=True) | Q(active_to__gte=F("active_from")),
                name="gongkai_unit_active_days_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.district_id is None:
            return
        self._clean_parent()
        if UnitAlias.objects.filter(unit__district_id=self.district_id, name=self.name).exclude(unit=self.pk).exists():
            raise ValidationError({"name": _("Another unit of this district already goes by this name as an alias.")})

    def _clean_parent(self) -> None:
        seen = {self.pk}
        ancestor = self.parent
        while ancestor is not None:
            if ancestor.district_id != self.district_id:
                raise ValidationError({"parent": _("The superior unit belongs to another district.")})
            if ancestor.pk in seen:
                raise ValidationError({"parent": _("A unit cannot stand above itself.")})
            seen.add(ancestor.pk)
            ancestor = ancestor.parent

    def is_active(self, *, on: dt.date) -> bool:
        """Whether the unit exists on the day ``on`` (Asia/Shanghai), both ends inclusive."""
        return (
            self.merged_into_id is None
            and (self.active_from is None or self.active_from <= on)
            and (self.active_to is None or self.active_to >= on)
        )


class UnitAlias(models.Model):
    """Another way in which a unit is written; an alias that no source proves is marked as a sample."""

    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(_("alias"), max_length=120, validators=[validate_unit_name])
    is_sample = models.BooleanField(_("sample, not proven by a source"), default=False)
    source = models.CharField(_("source"), max_length=200, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("unit alias")
        verbose_name_plural = _("unit aliases")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["unit", "name"], name="gongkai_alias_once_per_unit")]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """One name means one unit of a district, except that a merged unit's old name leads to its successor."""
        super().clean()
        if self.unit_id is None:
            return
        district = self.unit.district_id
        same_name = Unit.objects.filter(district=district, name=self.name).exclude(merged_into=self.unit)
        same_alias = UnitAlias.objects.filter(unit__district=district, name=self.name).exclude(pk=self.pk)
        if same_name.exists():
            raise ValidationError({"name": _("A unit of this district already has this name.")})
        if same_alias.exclude(unit=self.unit).exists():
            raise ValidationError({"name": _("Another unit of this district already goes by this name as an alias.")})
