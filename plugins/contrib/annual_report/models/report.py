from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from plugins.api import City, District, Unit
from plugins.contrib.annual_report.enums import Level, ReportState
from plugins.contrib.annual_report.querysets import ReportQuerySet

#: Which owners a report of each level has.
OWNED = (
    Q(level=Level.UNIT, city=None, district__isnull=False, unit__isnull=False)
    | Q(level=Level.DISTRICT, city=None, district__isnull=False, unit=None)
    | Q(level=Level.CITY, city__isnull=False, district=None, unit=None)
)


class Report(models.Model):
    """The annual report of a unit, a district or a city about one year (Art. 49 and 50 of the Regulations).

    ``form`` is the code of the form whose tables it has; parts one, five and six are ``overview``, ``problems`` and
    ``other``, a paragraph a line. ``submitted_on`` is a day in Asia/Shanghai. What decides figures has a history.
    """

    level = models.CharField(_("level"), max_length=10, choices=Level.choices)
    city = models.ForeignKey(
        City, verbose_name=_("city"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    district = models.ForeignKey(
        District, verbose_name=_("district"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    unit = models.ForeignKey(
        Unit, verbose_name=_("unit"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    year = models.PositiveSmallIntegerField(_("year"))
    form = models.CharField(pgettext_lazy("of an annual report", "form"), max_length=10)
    state = models.CharField(
        _("state of the report"), max_length=10, choices=ReportState.choices, default=ReportState.DRAFT
    )
    reason = models.TextField(_("reason of the return"), blank=True)
    explanation = models.TextField(_("why it was submitted nonetheless"), blank=True)
    overview = models.TextField(_("General situation"), blank=True)
    problems = models.TextField(_("Main problems and improvements"), blank=True)
    other = models.TextField(_("Other matters to report"), blank=True)
    counted_at = models.DateTimeField(_("counted at"), null=True, blank=True, editable=False)
    submitted_on = models.DateField(_("submitted on"), null=True, blank=True, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("submitted by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    rolled_up: Any = models.ManyToManyField(
        "self",
        verbose_name=_("rolled up"),
        symmetrical=False,
        blank=True,
        editable=False,
        related_name="rolled_up_in",
        help_text=_("The reports below that were in the sum when it was counted last."),
    )
    accepted_on = models.DateField(_("accepted on"), null=True, blank=True, editable=False)

    history = HistoricalRecords()
    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("annual report")
        verbose_name_plural = _("annual reports")
        ordering = ["-year", "level", "district", "unit__kind", "unit__code", "pk"]
        constraints = [
            models.CheckConstraint(condition=OWNED, name="gongkai_annual_owner"),
            models.UniqueConstraint(fields=["city", "year"], condition=Q(level="city"), name="gongkai_annual_one_city"),
            models.UniqueConstraint(
                fields=["district", "year"], condition=Q(level="district"), name="gongkai_annual_one_district"
            ),
            models.UniqueConstraint(fields=["unit", "year"], condition=Q(level="unit"), name="gongkai_annual_one_unit"),
            models.CheckConstraint(
                condition=~Q(state=ReportState.RETURNED) | ~Q(reason=""), name="gongkai_annual_return_has_reason"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[ReportState.DRAFT, ReportState.RETURNED]) | Q(submitted_on__isnull=False),
                name="gongkai_annual_submitted_has_day",
            ),
            models.CheckConstraint(
                condition=~Q(state=ReportState.ACCEPTED) | Q(accepted_on__isnull=False),
                name="gongkai_annual_accepted_has_day",
            ),
        ]
        indexes = [models.Index(fields=["district", "year"], name="gongkai_annual_year")]

    def __str__(self) -> str:
        return gettext("%(owner)s, annual report of %(year)d") % {"owner": self.owner, "year": self.year}

    @property
    def owner(self) -> Any:
        """The city, district or unit whose report it is."""
        return {Level.UNIT: self.unit, Level.DISTRICT: self.district}.get(Level(self.level), self.city)
