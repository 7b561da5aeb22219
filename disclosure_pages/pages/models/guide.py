from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.api import APIField
from wagtail.models import Orderable
from wagtail.search import index

from disclosure_pages.pages.panels import ATTACHMENTS, TITLE
from disclosure_pages.pages.prose import section_field
from disclosure_pages.pages.validators import validate_phone
from disclosure_pages.tree.enums import ColumnPurpose

from .base import Content


class GuidePage(Content):
    """The disclosure guide (政府信息公开指南): what there is, in which forms, and how to ask for more.

    Its parts are those of the Regulations on Open Government Information, Art. 12.
    """

    issued_on = models.DateField(_("edition of"), null=True, blank=True, help_text=_("The day of this edition."))
    scope = section_field(_("scope"), help_text=_("Which information is disclosed, and how it is classified."))
    forms = section_field(_("forms of disclosure"), help_text=_("Where and how disclosed information can be read."))
    how_to_request = section_field(
        _("how to request"), help_text=_("Who may ask for information, how, within which time it is answered.")
    )
    supervision = section_field(_("supervision and remedy"), help_text=_("Where to complain, and how to appeal."))

    template = "disclosure_pages/guide_page.html"
    purposes: ClassVar[frozenset[str]] = frozenset({ColumnPurpose.GUIDE})
    required_header_fields: ClassVar[tuple[str, ...]] = ("issued_on", "scope", "forms", "how_to_request")
    required_children: ClassVar[tuple[str, ...]] = ("offices",)
    description_field: ClassVar[str] = "scope"

    content_panels = [
        TITLE,
        FieldPanel("issued_on"),
        FieldPanel("scope"),
        FieldPanel("forms"),
        FieldPanel("how_to_request"),
        InlinePanel("offices", heading=_("Disclosure offices"), label=_("Office"), min_num=1),
        FieldPanel("supervision"),
        ATTACHMENTS,
    ]
    search_fields: ClassVar[list[Any]] = [
        *Content.search_fields,
        index.SearchField("scope"),
        index.SearchField("forms"),
        index.SearchField("how_to_request"),
        index.RelatedFields("offices", [index.SearchField("name"), index.SearchField("address")]),
    ]
    api_fields: ClassVar[list[APIField]] = [
        *Content.api_fields,
        APIField("issued_on", writable=True),
        APIField("scope", writable=True),
        APIField("forms", writable=True),
        APIField("how_to_request", writable=True),
        APIField("supervision", writable=True),
        APIField("offices", writable=True),
    ]

    class Meta:
        verbose_name = _("disclosure guide")
        verbose_name_plural = _("disclosure guides")


class DisclosureOffice(Orderable):
    """An office at which people ask for information."""

    page = ParentalKey(GuidePage, on_delete=models.CASCADE, related_name="offices")
    name = models.CharField(_("name"), max_length=120)
    address = models.CharField(_("address"), max_length=200)
    hours = models.CharField(_("hours"), max_length=200, help_text=_("For example 工作日 9:00–12:00，13:30–17:00."))
    phone = models.CharField(_("phone"), max_length=60, validators=[validate_phone])
    fax = models.CharField(_("fax"), max_length=60, blank=True, validators=[validate_phone])
    email = models.EmailField(_("e-mail"), blank=True)
    postcode = models.CharField(_("postcode"), max_length=12, blank=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("address"),
        FieldRowPanel([FieldPanel("hours"), FieldPanel("postcode")]),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("fax"), FieldPanel("email")]),
    ]
    api_fields = [
        APIField(name, writable=True) for name in ("name", "address", "hours", "phone", "fax", "email", "postcode")
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("disclosure office")
        verbose_name_plural = _("disclosure offices")

    def __str__(self) -> str:
        return self.name
