from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.models import Orderable
from wagtail.search import index

from disclosure_pages.pages.panels import ATTACHMENTS, TITLE
from disclosure_pages.pages.prose import section_field
from disclosure_pages.pages.validators import validate_link, validate_phone
from disclosure_pages.tree.enums import ColumnPurpose

from .base import Content


class InstitutionProfile(Content):
    """Who an organ is (机关简介): duties, inner offices, address, hours, phone and heads.

    The parts are those of the Regulations on Open Government Information, Art. 20, item 2.
    """

    duties = section_field(_("duties"), help_text=_("The statutory duties of the organ."))
    address = models.CharField(_("address"), max_length=200, blank=True)
    postcode = models.CharField(_("postcode"), max_length=12, blank=True)
    hours = models.CharField(
        _("hours"), max_length=200, blank=True, help_text=_("For example 工作日 9:00–12:00，13:30–17:00.")
    )
    phone = models.CharField(_("phone"), max_length=60, blank=True, validators=[validate_phone])
    website = models.CharField(_("website"), max_length=200, blank=True, validators=[validate_link])

    template = "disclosure_pages/institution_profile.html"
    purposes: ClassVar[frozenset[str]] = frozenset({ColumnPurpose.INSTITUTION})
    required_header_fields: ClassVar[tuple[str, ...]] = ("duties", "address", "hours", "phone")
    required_children: ClassVar[tuple[str, ...]] = ("heads",)
    description_field: ClassVar[str] = "duties"

    content_panels = [
        TITLE,
        FieldPanel("duties"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("address"), FieldPanel("postcode")]),
                FieldRowPanel([FieldPanel("hours"), FieldPanel("phone")]),
                FieldPanel("website"),
            ],
            heading=_("Contact"),
        ),
        InlinePanel("heads", heading=_("Heads"), label=_("Head"), min_num=1),
        InlinePanel("inner_offices", heading=_("Inner offices"), label=_("Inner office")),
        ATTACHMENTS,
    ]
    search_fields: ClassVar[list[Any]] = [
        *Content.search_fields,
        index.SearchField("duties"),
        index.SearchField("address"),
        index.RelatedFields("heads", [index.SearchField("name"), index.SearchField("portfolio")]),
        index.RelatedFields("inner_offices", [index.SearchField("name"), index.SearchField("duties")]),
    ]
    api_fields: ClassVar[list[APIField]] = [
        *Content.api_fields,
        APIField("duties", writable=True),
        APIField("address", writable=True),
        APIField("postcode", writable=True),
        APIField("hours", writable=True),
        APIField("phone", writable=True),
        APIField("website", writable=True),
        APIField("heads", writable=True),
        APIField("inner_offices", writable=True),
    ]

    class Meta:
        verbose_name = _("institution profile")
        verbose_name_plural = _("institution profiles")


class Head(Orderable):
    """One of the people who lead the organ, with what each answers for."""

    page = ParentalKey(InstitutionProfile, on_delete=models.CASCADE, related_name="heads")
    name = models.CharField(pgettext_lazy("of a person", "name"), max_length=60)
    post = models.CharField(_("post"), max_length=120)
    portfolio = models.TextField(_("portfolio"), blank=True, help_text=_("What this person answers for."))

    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("post")]), FieldPanel("portfolio")]
    api_fields = [APIField(name, writable=True) for name in ("name", "post", "portfolio")]

    class Meta(Orderable.Meta):
        verbose_name = _("head")
        verbose_name_plural = _("heads")

    def __str__(self) -> str:
        return self.name


class InnerOffice(Orderable):
    """An office inside the organ (内设机构)."""

    page = ParentalKey(InstitutionProfile, on_delete=models.CASCADE, related_name="inner_offices")
    name = models.CharField(_("name"), max_length=120)
    duties = models.TextField(_("duties"), blank=True)
    phone = models.CharField(_("phone"), max_length=60, blank=True, validators=[validate_phone])

    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("phone")]), FieldPanel("duties")]
    api_fields = [APIField(name, writable=True) for name in ("name", "duties", "phone")]

    class Meta(Orderable.Meta):
        verbose_name = _("inner office")
        verbose_name_plural = _("inner offices")

    def __str__(self) -> str:
        return self.name
