from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.tenancy.models import Unit


class SerialCounter(models.Model):
    """The last serial number given out in ``scope`` (such as a unit's index numbers) for ``year``."""

    scope = models.CharField(_("scope"), max_length=60)
    year = models.PositiveSmallIntegerField(_("year"))
    last_serial = models.PositiveIntegerField(_("last serial number"), default=0)

    class Meta:
        verbose_name = _("counter")
        verbose_name_plural = _("counters")
        constraints = [models.UniqueConstraint(fields=["scope", "year"], name="gongkai_one_counter_per_scope_year")]

    def __str__(self) -> str:
        return f"{self.scope} {self.year}: {self.last_serial}"


class IndexNumber(models.Model):
    """An index number (索引号) that was given out: unit, year of first publication and a serial without gaps.

    Rows are never deleted: the number of a document that was deleted stays as a void row.
    """

    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(_("year"))
    serial = models.PositiveIntegerField(_("serial number"))
    text = models.CharField(_("index number"), max_length=60, unique=True)
    page = models.OneToOneField(
        "gongkai_documents.PolicyDocument",
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="issued_index_number",
    )
    issued_at = models.DateTimeField(_("issued at"), default=timezone.now)
    voided_at = models.DateTimeField(_("void since"), null=True, blank=True)
    void_reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("index number")
        verbose_name_plural = _("index numbers")
        ordering = ["unit", "year", "serial"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "year", "serial"], name="gongkai_index_serial_once_per_unit_year")
        ]

    def __str__(self) -> str:
        return self.text
