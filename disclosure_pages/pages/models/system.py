from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.api import APIField
from wagtail.models import Orderable
from wagtail.search import index

from disclosure_pages.media.models import DisclosureDocument
from disclosure_pages.pages.panels import TITLE
from disclosure_pages.pages.prose import section_field
from disclosure_pages.tree.enums import ColumnPurpose

from .base import Content


class SystemPage(Content):
    """The rules of disclosure (政府信息公开制度) that a district has made for itself, each with its day."""

    introduction = section_field(_("introduction"))

    template = "disclosure_pages/system_page.html"
    purposes: ClassVar[frozenset[str]] = frozenset({ColumnPurpose.SYSTEM})
    required_children: ClassVar[tuple[str, ...]] = ("rules",)
    description_field: ClassVar[str] = "introduction"

    content_panels = [
        TITLE,
        FieldPanel("introduction"),
        InlinePanel("rules", heading=_("Rules"), label=_("Rule"), min_num=1),
    ]
    search_fields: ClassVar[list[Any]] = [
        *Content.search_fields,
        index.SearchField("introduction"),
        index.RelatedFields("rules", [index.SearchField("title"), index.SearchField("summary")]),
    ]
    api_fields: ClassVar[list[APIField]] = [
        APIField("published_on"),
        APIField("attribute"),
        APIField("introduction", writable=True),
        APIField("rules", writable=True),
    ]

    class Meta:
        verbose_name = _("disclosure rules")
        verbose_name_plural = _("disclosure rules")


class Rule(Orderable):
    """One rule (制度): its title, the day it was issued, and its text as a document."""

    page = ParentalKey(SystemPage, on_delete=models.CASCADE, related_name="rules")
    title = models.CharField(_("title"), max_length=200)
    document_number = models.CharField(_("document number"), max_length=100, blank=True)
    issued_on = models.DateField(_("issued on"))
    effective_on = models.DateField(_("in force from"), null=True, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    document = models.ForeignKey(
        DisclosureDocument,
        verbose_name=_("text"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The rule in full, as a file."),
    )

    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("document_number"), FieldPanel("issued_on"), FieldPanel("effective_on")]),
        FieldPanel("summary"),
        FieldPanel("document"),
    ]
    api_fields = [
        APIField(name, writable=True)
        for name in ("title", "document_number", "issued_on", "effective_on", "summary", "document")
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("rule")
        verbose_name_plural = _("rules")

    def __str__(self) -> str:
        return self.title
