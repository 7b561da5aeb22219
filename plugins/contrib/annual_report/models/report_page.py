from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.search import index

from plugins.api import ATTACHMENTS, TITLE, ColumnPurpose, Content, prose_field
from plugins.contrib.annual_report.frozen import Frozen
from plugins.contrib.annual_report.panels import FiguresPanel

from .report import Report

if TYPE_CHECKING:
    from plugins.contrib.annual_report.writing import Contents


def year_that_ended() -> int:
    """The year that is reported on now, in Asia/Shanghai."""
    return timezone.localdate().year - 1


class AnnualReportPage(Content):
    """An annual report as it is published (Art. 49 and 50 of the Regulations): six parts in the unified format.

    ``figures`` are frozen when the page is made, and ``earlier`` are those of the year before as they were then: the
    page says the same for good, whatever happens to the ``report`` that it was made from. Both are text, as
    ``frozen.py`` writes it, and part of what the reviews clear.
    """

    report = models.ForeignKey(
        Report,
        verbose_name=_("annual report"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="pages",
    )
    year = models.PositiveSmallIntegerField(
        _("year"), default=year_that_ended, validators=[MinValueValidator(2008), MaxValueValidator(2100)]
    )
    organ = models.CharField(_("organ that reports"), max_length=200, blank=True)
    overview = prose_field(_("general situation"))
    evaluation = prose_field(_("social and third-party evaluation"))
    problems = prose_field(_("problems and improvement"))
    other = prose_field(_("other matters"))
    figures = models.TextField(_("figures"), blank=True)
    earlier = models.TextField(_("figures of the year before"), blank=True)

    template = "gongkai_annual/report_page.html"
    purposes: ClassVar[frozenset[str]] = frozenset({ColumnPurpose.ANNUAL_REPORT})
    bookkeeping_fields: ClassVar[frozenset[str]] = frozenset({"report"})
    #: Readers are shown the tables that are made of them, by the page, its files and the plug-in's own API.
    internal_fields: ClassVar[frozenset[str]] = frozenset({"figures", "earlier"})
    required_header_fields: ClassVar[tuple[str, ...]] = ("organ", "overview", "figures")
    description_field: ClassVar[str] = "overview"

    content_panels = [
        TITLE,
        FieldPanel("year", read_only=True),
        FieldPanel("organ", read_only=True),
        FieldPanel("overview"),
        FieldPanel("evaluation"),
        FiguresPanel("figures", read_only=True),
        FieldPanel("problems"),
        FieldPanel("other"),
        ATTACHMENTS,
    ]
    search_fields: ClassVar[list[Any]] = [
        *Content.search_fields,
        index.SearchField("overview"),
        index.SearchField("problems"),
        index.SearchField("organ"),
        index.FilterField("year"),
    ]
    api_fields: ClassVar[list[APIField]] = [
        *Content.api_fields,
        APIField("year"),
        APIField("organ"),
        APIField("overview", writable=True),
        APIField("evaluation", writable=True),
        APIField("problems", writable=True),
        APIField("other", writable=True),
    ]

    class Meta:
        verbose_name = _("annual report")
        verbose_name_plural = _("annual reports")

    @property
    def frozen(self) -> Frozen:
        """Form and values of this year."""
        return Frozen.of(self.figures, year=self.year)

    @property
    def frozen_before(self) -> Frozen | None:
        """Form and values of the year before, if they were known."""
        return Frozen.of(self.earlier, year=self.year - 1) if self.earlier else None

    @property
    def contents(self) -> Contents:
        """All that the page and its files show, but for the comparison."""
        from plugins.contrib.annual_report.writing.pages import contents_of_page  # needs all models

        return contents_of_page(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """With the parts, the comparison and the charts."""
        from plugins.contrib.annual_report.shown import context_of_report  # needs all models

        return {**super().get_context(request, *args, **kwargs), **context_of_report(self.contents)}
