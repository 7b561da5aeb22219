from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.models import Orderable
from wagtail.search import index

from disclosure_pages.pages.panels import ATTACHMENTS, TITLE
from disclosure_pages.pages.prose import section_field
from disclosure_pages.pages.validators import validate_link
from disclosure_pages.tree.enums import ColumnPurpose

from .base import Content


class MeetingPage(Content):
    """An executive meeting of the government (政府常务会议): what was on its agenda and what it decided.

    The interpretation is an address rather than a reference: an address keeps its meaning when the page behind it moves
    or is deleted, while a reference that is emptied would change this page's public content behind its clearance.
    """

    number = models.CharField(_("number"), max_length=60, blank=True, help_text=_("For example 第五届第23次."))
    held_on = models.DateField(_("held on"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    summary = section_field(_("summary"))
    interpretation_title = models.CharField(_("title of the interpretation"), max_length=200, blank=True)
    interpretation_link = models.CharField(
        _("link to the interpretation"), max_length=500, blank=True, validators=[validate_link]
    )

    template = "disclosure_pages/meeting_page.html"
    purposes: ClassVar[frozenset[str]] = frozenset({ColumnPurpose.STATUTORY, ColumnPurpose.OTHER})
    required_header_fields: ClassVar[tuple[str, ...]] = ("number", "held_on")
    required_children: ClassVar[tuple[str, ...]] = ("agenda",)
    description_field: ClassVar[str] = "summary"

    content_panels = [
        TITLE,
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("number"), FieldPanel("held_on"), FieldPanel("place")])], heading=_("Header")
        ),
        FieldPanel("summary"),
        InlinePanel("agenda", heading=_("Agenda"), label=_("Agenda item"), min_num=1),
        InlinePanel("decisions", heading=_("Decisions"), label=_("Decision")),
        MultiFieldPanel(
            [FieldPanel("interpretation_title"), FieldPanel("interpretation_link")], heading=_("Interpretation")
        ),
        ATTACHMENTS,
    ]
    search_fields: ClassVar[list[Any]] = [
        *Content.search_fields,
        index.SearchField("number", boost=2),
        index.SearchField("summary"),
        index.FilterField("held_on"),
        index.RelatedFields("agenda", [index.SearchField("title")]),
        index.RelatedFields("decisions", [index.SearchField("text")]),
    ]
    api_fields: ClassVar[list[APIField]] = [
        *Content.api_fields,
        APIField("number", writable=True),
        APIField("held_on", writable=True),
        APIField("place", writable=True),
        APIField("summary", writable=True),
        APIField("agenda", writable=True),
        APIField("decisions", writable=True),
        APIField("interpretation_title", writable=True),
        APIField("interpretation_link", writable=True),
    ]

    class Meta:
        verbose_name = _("executive meeting")
        verbose_name_plural = _("executive meetings")


class AgendaItem(Orderable):
    """One item on the agenda and who reported on it."""

    page = ParentalKey(MeetingPage, on_delete=models.CASCADE, related_name="agenda")
    title = models.CharField(_("title"), max_length=300)
    reported_by = models.CharField(_("reported by"), max_length=120, blank=True)

    panels = [FieldPanel("title"), FieldPanel("reported_by")]
    api_fields = [APIField("title", writable=True), APIField("reported_by", writable=True)]

    class Meta(Orderable.Meta):
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")

    def __str__(self) -> str:
        return self.title


class Decision(Orderable):
    """One decision of the meeting."""

    page = ParentalKey(MeetingPage, on_delete=models.CASCADE, related_name="decisions")
    text = models.TextField(_("decision"))

    panels = [FieldPanel("text")]
    api_fields = [APIField("text", writable=True)]

    class Meta(Orderable.Meta):
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")

    def __str__(self) -> str:
        return self.text
