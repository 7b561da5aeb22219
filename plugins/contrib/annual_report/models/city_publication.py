from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from plugins.contrib.annual_report.querysets import CityPublicationQuerySet

from .report import Report
from .report_page import AnnualReportPage


class CityPublication(models.Model):
    """What the city has published of its report, in its own place, where no section and no unit is.

    Texts are bodies of prose by the names of the page's fields. All of it is frozen, as on the page of a district; who
    accepted the report is somebody else than who submitted it. Withdrawn, the row stays, and so does its address.
    """

    report = models.OneToOneField(
        Report, verbose_name=_("annual report"), on_delete=models.PROTECT, related_name="city_publication"
    )
    title = models.CharField(_("title"), max_length=255)
    organ = models.CharField(_("organ that reports"), max_length=200)
    texts = models.JSONField(_("texts"), default=dict)
    figures = models.TextField(_("figures"))
    earlier = models.TextField(_("figures of the year before"), blank=True)
    published_on = models.DateField(_("published on"))
    is_public = models.BooleanField(_("shown to readers"), default=True)

    objects = CityPublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("published report of a city")
        verbose_name_plural = _("published reports of cities")
        ordering = ["-report__year"]

    def __str__(self) -> str:
        return self.title

    @property
    def page(self) -> AnnualReportPage:
        """As the page of a district would have it; it is kept nowhere."""
        said = {"title": self.title, "organ": self.organ, "year": self.report.year, "published_on": self.published_on}
        return AnnualReportPage(**said, figures=self.figures, earlier=self.earlier, **self.texts)
