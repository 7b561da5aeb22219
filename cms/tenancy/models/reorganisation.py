from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.tenancy.enums import ReorganisationKind

from .district import District
from .unit import Unit


class Reorganisation(models.Model):
    """One reversible act of 机构改革: units merged into another one, or a unit renamed.

    ``journal`` lists every row that the act made or changed, with its values before and after; undoing reads it
    backwards. ``summary`` keeps the numbers that the preview showed. ``day`` is a calendar day in Asia/Shanghai.
    """

    kind = models.CharField(_("kind"), max_length=10, choices=ReorganisationKind.choices)
    district = models.ForeignKey(
        District, verbose_name=_("district"), on_delete=models.PROTECT, related_name="reorganisations"
    )
    units = models.ManyToManyField(
        Unit, verbose_name=_("units"), through="ReorganisedUnit", related_name="reorganisations"
    )
    into = models.ForeignKey(
        Unit, verbose_name=_("merged into"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    old_name = models.CharField(_("old name"), max_length=120, blank=True)
    new_name = models.CharField(_("new name"), max_length=120, blank=True)
    new_full_name = models.CharField(_("new full name"), max_length=200, blank=True)
    day = models.DateField(_("day of the reorganisation"))
    reason = models.TextField(_("reason"), help_text=_("For example the decision that orders it, with its number."))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("carried out by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    applied_at = models.DateTimeField(_("carried out at"), auto_now_add=True)
    undone_at = models.DateTimeField(_("undone at"), null=True, editable=False)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("undone by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    journal = models.JSONField(_("journal"), default=list, editable=False)
    summary = models.JSONField(_("summary"), default=dict, editable=False)

    class Meta:
        verbose_name = _("reorganisation")
        verbose_name_plural = _("reorganisations")
        ordering = ["-applied_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=ReorganisationKind.MERGE, into__isnull=False, new_name="")
                | (Q(kind=ReorganisationKind.RENAME, into__isnull=True) & ~Q(new_name="")),
                name="gongkai_reorganisation_fields_match_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.day:%Y-%m-%d} · {self.into or self.new_name}"


class ReorganisedUnit(models.Model):
    """A unit that a reorganisation ends or renames; it cannot be deleted while the act is on record."""

    reorganisation = models.ForeignKey(Reorganisation, on_delete=models.CASCADE, related_name="places")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="reorganisation_places")

    class Meta:
        verbose_name = _("reorganised unit")
        verbose_name_plural = _("reorganised units")
        constraints = [models.UniqueConstraint(fields=["reorganisation", "unit"], name="gongkai_reorganised_unit_once")]

    def __str__(self) -> str:
        return f"{self.reorganisation}: {self.unit}"
