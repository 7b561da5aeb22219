from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField

from disclosure_pages.tree.enums import ColumnPurpose
from disclosure_pages.tree.models import DisclosurePage


class Article(DisclosurePage):
    """The ordinary page of disclosure: a text with its source, its days and its attachments."""

    document_number = models.CharField(_("document number"), max_length=100, blank=True)
    source = models.CharField(_("source"), max_length=120, blank=True, help_text=_("Where the content comes from."))
    formed_on = models.DateField(_("formed on"), null=True, blank=True, help_text=_("The day the information was made."))
    body = RichTextField(_("body"), blank=True)

    template = "disclosure_pages/article.html"
    purposes: ClassVar[frozenset[str]] = frozenset(ColumnPurpose.values)
    #: Fields without which the content cannot be submitted.
    required_header_fields: ClassVar[tuple[str, ...]] = ("formed_on", "body")

    content_panels = [
        FieldPanel("title"),
        MultiFieldPanel([FieldPanel("document_number"), FieldPanel("source"), FieldPanel("formed_on")], _("Header")),
        FieldPanel("body"),
        InlinePanel("attachments", label=_("Attachment")),
    ]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
