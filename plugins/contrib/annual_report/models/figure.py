from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from plugins.contrib.annual_report.enums import CountedAs, EnteredAs
from plugins.contrib.annual_report.structure import NOT_APPLICABLE, Value

from .report import Report

#: 万元 with two places, and numbers of decisions, have room.
DIGITS, PLACES = 18, 6


class Figure(models.Model):
    """One cell of a report's tables: what was counted, what was entered, and which of them holds.

    A cell without a row is blank. Blank, “/” and 0 are three different things, in ``counted`` as in ``entered``: the
    number is there when and only when the kind beside it says so. What is entered over something counted needs a
    ``reason`` and both stay side by side. Sums are computed and never a row.
    """

    report = models.ForeignKey(
        Report, verbose_name=_("annual report"), on_delete=models.CASCADE, related_name="figures"
    )
    table = models.CharField(_("table"), max_length=24)
    row = models.CharField(_("row"), max_length=40)
    column = models.CharField(pgettext_lazy("of a table", "column"), max_length=40)
    counted_as = models.CharField(_("found by counting"), max_length=12, choices=CountedAs.choices, blank=True)
    counted = models.DecimalField(_("counted"), max_digits=DIGITS, decimal_places=PLACES, null=True, blank=True)
    source = models.CharField(_("source"), max_length=80, blank=True, help_text=_("By what it was counted."))
    entered_as = models.CharField(_("what was entered"), max_length=12, choices=EnteredAs.choices, blank=True)
    entered = models.DecimalField(_("entered"), max_digits=DIGITS, decimal_places=PLACES, null=True, blank=True)
    reason = models.CharField(_("reason of the difference"), max_length=300, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("entered by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField(_("entered at"), null=True, blank=True)

    history = HistoricalRecords(excluded_fields=["source"])

    class Meta:
        verbose_name = _("figure of an annual report")
        verbose_name_plural = _("figures of annual reports")
        ordering = ["report", "table", "row", "column"]
        constraints = [
            models.UniqueConstraint(fields=["report", "table", "row", "column"], name="gongkai_annual_cell_once"),
            models.CheckConstraint(
                condition=Q(counted_as=CountedAs.NUMBER, counted__isnull=False)
                | (~Q(counted_as=CountedAs.NUMBER) & Q(counted=None)),
                name="gongkai_annual_counted_number",
            ),
            models.CheckConstraint(
                condition=Q(entered_as=EnteredAs.NUMBER, entered__isnull=False)
                | (~Q(entered_as=EnteredAs.NUMBER) & Q(entered=None)),
                name="gongkai_annual_entered_number",
            ),
            models.CheckConstraint(
                condition=Q(entered_as=EnteredAs.NOTHING) | Q(at__isnull=False), name="gongkai_annual_entered_at"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.table}/{self.row}/{self.column}"

    @property
    def key(self) -> tuple[str, str, str]:
        """Where it stands: table, row, column."""
        return self.table, self.row, self.column

    @property
    def counted_value(self) -> Value:
        """What was counted; blank where nobody counts and where the source did not answer."""
        return value_of(self.counted_as, self.counted)

    @property
    def entered_value(self) -> Value:
        return value_of(self.entered_as, self.entered)

    @property
    def value(self) -> Value:
        """What the report says: what was entered, else what was counted."""
        return self.entered_value if self.entered_as else self.counted_value

    @property
    def is_override(self) -> bool:
        """Whether something else was entered than was counted."""
        return bool(self.entered_as and is_counted(self.counted_as) and self.entered_value != self.counted_value)


def value_of(kind: str, number: Decimal | None) -> Value:
    """The value of a cell kept as a kind and a number."""
    if kind == CountedAs.NONE:
        return NOT_APPLICABLE
    return number if number is None else number.normalize() + 0  # without the places that the column adds


def is_counted(kind: str) -> bool:
    """Whether counting found something, 0 and “/” included."""
    return kind in (CountedAs.NUMBER, CountedAs.NONE)
