from __future__ import annotations

import calendar
import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from plugins.contrib.annual_report.enums import ReportingStep

LEAP_YEAR = 2024


class ReportingDay(models.Model):
    """The last day of a step of the reports, in the year after the one that they are about.

    Art. 49 of the Regulations is said to name 31 January and 31 March, which is unconfirmed and so data. What an office
    sets for a year goes before the row without a year; ``basis`` says by what a day is known.
    """

    step = models.CharField(_("what is due"), max_length=10, choices=ReportingStep.choices)
    year = models.PositiveSmallIntegerField(
        _("year of the report"),
        null=True,
        blank=True,
        help_text=_("Leave it empty for every year that has no own row."),
    )
    month = models.PositiveSmallIntegerField(_("month"))
    day = models.PositiveSmallIntegerField(pgettext_lazy("of a month", "day"))
    basis = models.CharField(_("basis"), max_length=200, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("reporting day")
        verbose_name_plural = _("reporting days")
        ordering = ["step", "year"]
        constraints = [
            models.UniqueConstraint(fields=["step", "year"], name="gongkai_annual_day_of_year"),
            models.UniqueConstraint(fields=["step"], condition=Q(year=None), name="gongkai_annual_day_of_every_year"),
        ]

    def __str__(self) -> str:
        return f"{self.get_step_display()}: {self.month:02}-{self.day:02}"

    def clean(self) -> None:
        super().clean()
        if None in (self.month, self.day):
            return  # the fields say it
        try:
            dt.date(LEAP_YEAR, self.month, self.day)
        except ValueError as error:
            raise ValidationError(
                {"day": _("There is no such day: choose a month from 1 to 12 and its day.")}
            ) from error

    def due_of(self, year: int) -> dt.date:
        """The day on which the report of ``year`` is due; 29 February is 28 February in other years."""
        _first, last = calendar.monthrange(year + 1, self.month)
        return dt.date(year + 1, self.month, min(self.day, last))
