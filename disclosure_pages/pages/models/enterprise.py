from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.models import Orderable
from wagtail.search import index

from disclosure_pages.pages.enums import EnterpriseKind
from disclosure_pages.pages.panels import ATTACHMENTS, TITLE
from disclosure_pages.pages.prose import section_field
from disclosure_pages.pages.validators import validate_link, validate_phone
from disclosure_pages.tree.enums import ColumnPurpose

from .base import Content


class EnterpriseProfile(Content):
    """A public enterprise or institution (公共企事业单位) and what it discloses, as its regulator lists it."""

    service = models.CharField(_("kind of service"), max_length=20, choices=EnterpriseKind.choices, blank=True)
    regulator = models.CharField(
        _("regulator"), max_length=120, blank=True, help_text=_("The organ that sets the list of items to disclose.")
    )
    introduction = section_field(_("introduction"))
    address = models.CharField(_("address"), max_length=200, blank=True)
    phone = models.CharField(_("phone"), max_length=60, blank=True, validators=[validate_phone])
    website = models.CharField(_("website"), max_length=200, blank=True, validators=[validate_link])

    template = "disclosure_pages/enterprise_profile.html"
    purposes: ClassVar[frozenset[str]] = frozenset({ColumnPurpose.PUBLIC_ENTERPRISE})
    required_header_fields: ClassVar[tuple[str, ...]] = ("service", "regulator", "address", "phone")
    required_children: ClassVar[tuple[str, ...]] = ("items",)
    description_field: ClassVar[str] = "introduction"

    content_panels = [
        TITLE,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("service"), FieldPanel("regulator")]),
                FieldRowPanel([FieldPanel("address"), FieldPanel("phone")]),
                FieldPanel("website"),
            ],
            heading=_("Header"),
        ),
        FieldPanel("introduction"),
        InlinePanel("items", heading=_("Disclosed items"), label=_("Item"), min_num=1),
        ATTACHMENTS,
    ]
    search_fields: ClassVar[list[Any]] = [
        *Content.search_fields,
        index.SearchField("introduction"),
        index.SearchField("address"),
        index.FilterField("service"),
        index.RelatedFields("items", [index.SearchField("title"), index.SearchField("content")]),
    ]
    api_fields: ClassVar[list[APIField]] = [
        *Content.api_fields,
        APIField("service", writable=True),
        APIField("regulator", writable=True),
        APIField("introduction", writable=True),
        APIField("address", writable=True),
        APIField("phone", writable=True),
        APIField("website", writable=True),
        APIField("items", writable=True),
    ]

    class Meta:
        verbose_name = _("public enterprise")
        verbose_name_plural = _("public enterprises")


class DisclosedItem(Orderable):
    """One thing that the enterprise discloses: what it is, or where it can be read."""

    page = ParentalKey(EnterpriseProfile, on_delete=models.CASCADE, related_name="items")
    title = models.CharField(_("title"), max_length=200)
    content = models.TextField(_("content"), blank=True)
    link = models.CharField(_("link"), max_length=500, blank=True, validators=[validate_link])

    panels = [FieldPanel("title"), FieldPanel("content"), FieldPanel("link")]
    api_fields = [APIField(name, writable=True) for name in ("title", "content", "link")]

    class Meta(Orderable.Meta):
        verbose_name = _("disclosed item")
        verbose_name_plural = _("disclosed items")

    def __str__(self) -> str:
        return self.title
