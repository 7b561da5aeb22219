from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.api import APIField
from wagtail.models import Orderable

from cms.tenancy.models import Unit
from disclosure_pages.documents.force.enums import RelationKind

from .policy_document import PolicyDocument


class JointIssuer(Orderable):
    """Another organ that issued the document together with its issuer (联合发文机关)."""

    page = ParentalKey(PolicyDocument, on_delete=models.CASCADE, related_name="joint_issuers")
    name = models.CharField(_("name"), max_length=120)
    unit = models.ForeignKey(
        Unit,
        verbose_name=_("unit"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Left blank when it is no unit of this district."),
    )

    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("unit")])]
    api_fields = [APIField("name", writable=True), APIField("unit", writable=True)]

    class Meta(Orderable.Meta):
        verbose_name = _("joint issuer")
        verbose_name_plural = _("joint issuers")

    def __str__(self) -> str:
        return self.name


class StatedRelation(Orderable):
    """What the document says about another one: that it repeals, amends, extends … it, and from which day.

    A target that is not in the library is kept by title and number and linked when it arrives. Published, the row
    becomes a ``DocumentRelation``.
    """

    page = ParentalKey(PolicyDocument, on_delete=models.CASCADE, related_name="stated_relations")
    kind = models.CharField(_("relation"), max_length=24, choices=RelationKind.choices)
    target = models.ForeignKey(
        PolicyDocument,
        verbose_name=_("document of the library"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    target_title = models.CharField(_("title of the other document"), max_length=255, blank=True)
    target_number = models.CharField(_("number of the other document"), max_length=100, blank=True)
    provisions = models.CharField(
        _("provisions"),
        max_length=300,
        blank=True,
        help_text=_("For example 第三条、第五条; blank: the whole document."),
    )
    takes_effect_on = models.DateField(
        _("from"), null=True, blank=True, help_text=_("Left blank, the day on which this document takes effect.")
    )
    new_expiry = models.DateField(
        _("extended until"), null=True, blank=True, help_text=_("Of an extension; left blank, without a term.")
    )
    ends_with_source = models.BooleanField(
        _("lasts only while this document is in force"),
        default=False,
        help_text=_("Otherwise what it changed stays changed after it is repealed or has expired."),
    )

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("takes_effect_on")]),
        FieldPanel("target"),
        FieldRowPanel([FieldPanel("target_title"), FieldPanel("target_number")]),
        FieldRowPanel([FieldPanel("provisions"), FieldPanel("new_expiry")]),
        FieldPanel("ends_with_source"),
    ]
    api_fields = [
        APIField(name, writable=True)
        for name in (
            "kind",
            "target",
            "target_title",
            "target_number",
            "provisions",
            "takes_effect_on",
            "new_expiry",
            "ends_with_source",
        )
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("relation to another document")
        verbose_name_plural = _("relations to other documents")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.target_title or self.target_number or self.target or ''}"

    def clean(self) -> None:
        super().clean()
        if self.target_id is None and not (self.target_title.strip() or self.target_number.strip()):
            raise ValidationError(
                {"target": _("Choose the other document, or give its title or number when it is not in the library.")}
            )
        if self.kind == RelationKind.PARTIALLY_REPEALS and not self.provisions.strip():
            raise ValidationError({"provisions": _("Name the provisions that are repealed.")})
