from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.search import index

from disclosure_pages.pages.panels import ATTACHMENTS, TITLE
from disclosure_pages.pages.prose import prose_field
from disclosure_pages.tree.enums import ColumnPurpose

from .base import Content


class Article(Content):
    """The ordinary page of disclosure: a text with its source, its days and its attachments.

    Annual reports are articles too until they have a kind of their own.
    """

    document_number = models.CharField(
        _("document number"),
        max_length=100,
        blank=True,
        help_text=_("As it is printed, for example 芙政办发〔2026〕5号; blank if it has none."),
    )
    source = models.CharField(
        _("source"),
        max_length=120,
        blank=True,
        help_text=_("Where the content comes from; left blank, the unit that publishes it."),
    )
    formed_on = models.DateField(
        _("formed on"), null=True, blank=True, help_text=_("The day the information was made.")
    )
    body = prose_field(_("body"))

    template = "disclosure_pages/article.html"
    purposes: ClassVar[frozenset[str]] = frozenset(ColumnPurpose.values)
    required_header_fields: ClassVar[tuple[str, ...]] = ("formed_on", "body")
    description_field: ClassVar[str] = "body"

    content_panels = [
        TITLE,
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("document_number"), FieldPanel("formed_on")]), FieldPanel("source")],
            heading=_("Header"),
        ),
        FieldPanel("body"),
        ATTACHMENTS,
    ]
    search_fields: ClassVar[list[Any]] = [
        *Content.search_fields,
        index.SearchField("document_number", boost=2),
        index.SearchField("source"),
        index.SearchField("body"),
        index.FilterField("formed_on"),
    ]
    api_fields: ClassVar[list[APIField]] = [
        *Content.api_fields,
        APIField("document_number", writable=True),
        APIField("source", writable=True),
        APIField("formed_on", writable=True),
        APIField("body", writable=True),
    ]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    @property
    def source_name(self) -> str:
        """Where the content comes from, as readers see it."""
        return self.source or self.unit.full_name or self.unit.name
