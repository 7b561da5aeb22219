from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.api import APIField
from wagtail.models import Orderable

from cms.tenancy.models import Unit
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.interpretations.enums import InterpretationForm


class InterpretationPlan(Orderable):
    """One interpretation that is planned for a document (解读方案): part of its draft, reviewed and cleared with it.

    It is in the digest of the document, so that nobody changes it behind its approval, and on no public page.
    """

    page = ParentalKey(PolicyDocument, on_delete=models.CASCADE, related_name="interpretation_plans")
    form = models.CharField(_("form"), max_length=20, choices=InterpretationForm.choices)
    outline = models.TextField(_("outline"), help_text=_("What will be explained, point by point."))
    channels = models.CharField(
        _("channels"),
        max_length=200,
        blank=True,
        help_text=_("Where it will be published, for example 政府网站、政务新媒体."),
    )
    planned_on = models.DateField(
        _("planned for"), null=True, blank=True, help_text=_("Left blank, the day on which the document is published.")
    )
    drafting_unit = models.ForeignKey(
        Unit, verbose_name=_("drafting unit"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    drafter = models.CharField(_("drafter"), max_length=120, blank=True, help_text=_("Who writes it, by name."))

    panels = [
        FieldRowPanel([FieldPanel("form"), FieldPanel("planned_on")]),
        FieldPanel("outline"),
        FieldPanel("channels"),
        FieldRowPanel([FieldPanel("drafting_unit"), FieldPanel("drafter")]),
    ]
    api_fields = [
        APIField(name, writable=True)
        for name in ("form", "outline", "channels", "planned_on", "drafting_unit", "drafter")
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("planned interpretation")
        verbose_name_plural = _("planned interpretations")

    def __str__(self) -> str:
        return str(self.get_form_display())
