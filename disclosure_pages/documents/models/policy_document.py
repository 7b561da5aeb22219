from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.api import APIField
from wagtail.models import PageManager, Workflow
from wagtail.search import index

from cms.tenancy.models import Unit
from disclosure_pages.clearance.domain.workflows import with_legal_office
from disclosure_pages.clearance.enums import ReviewStage, WithheldGround
from disclosure_pages.documents.enums import EffectiveRule
from disclosure_pages.documents.forms import DocumentForm
from disclosure_pages.documents.panels import CONTENT_PANELS, HEADER_FIELDS
from disclosure_pages.documents.querysets import PolicyDocumentQuerySet
from disclosure_pages.media.models import DisclosureDocument
from disclosure_pages.pages.models import Content
from disclosure_pages.pages.prose import prose_field
from disclosure_pages.tree.enums import ColumnPurpose, DisclosureAttribute

from .kind import DocumentKind, Topic
from .number_fields import NumberFields


class PolicyDocument(NumberFields, Content):
    """A policy document (政策文件): the header fields of a government file library, its text and its files.

    What the document says of itself stands here and is drafted, reviewed and cleared like any content. What follows in
    law from what was published stands in ``LegalRecord``. Days are days in Asia/Shanghai.
    """

    kind = models.ForeignKey(
        DocumentKind, verbose_name=_("kind of document"), null=True, blank=True, on_delete=models.PROTECT
    )
    topic = models.ForeignKey(Topic, verbose_name=_("topic"), null=True, blank=True, on_delete=models.PROTECT)
    issuing_unit = models.ForeignKey(
        Unit,
        verbose_name=_("issuing unit"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Left blank when the issuer is no unit of this district."),
    )
    issuer_name = models.CharField(
        _("issuer"),
        max_length=120,
        blank=True,
        help_text=_("As the document prints it; left blank, the full name of the issuing unit."),
    )
    addressees = models.TextField(_("addressees"), blank=True, help_text=_("To whom it is addressed (主送机关)."))
    formed_on = models.DateField(
        pgettext_lazy("of a document", "formed on"), null=True, blank=True, help_text=_("The day below the signature.")
    )
    issued_on = models.DateField(
        pgettext_lazy("of a document", "issued on"),
        null=True,
        blank=True,
        help_text=_("The day it was first published anywhere; left blank, the day of publication on this site."),
    )
    effective_rule = models.CharField(
        _("takes effect"), max_length=16, choices=EffectiveRule.choices, default=EffectiveRule.ON_PUBLICATION
    )
    effective_on = models.DateField(_("effective from"), null=True, blank=True)
    expires_on = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("The last day on which it is in force; blank: no term.")
    )
    keywords = models.CharField(_("keywords"), max_length=200, blank=True)
    source = models.CharField(_("source"), max_length=120, blank=True)
    gazette_year = models.PositiveSmallIntegerField(_("gazette, year"), null=True, blank=True)
    gazette_issue = models.PositiveSmallIntegerField(_("gazette, issue"), null=True, blank=True)
    gazette_total = models.PositiveSmallIntegerField(_("gazette, issue in all"), null=True, blank=True)
    imported_index_number = models.CharField(
        _("index number of the old portal"),
        max_length=60,
        blank=True,
        help_text=_("An index number that the document already has; left blank, one is issued at publication."),
    )
    stated_attribute = models.CharField(
        _("attribute that the document states"),
        max_length=20,
        choices=DisclosureAttribute.choices,
        default=DisclosureAttribute.NOT_STATED,
        blank=True,
        help_text=_("As it is printed below the text (此件主动公开); proposed to the confidentiality review."),
    )
    stated_basis = models.CharField(_("basis of the attribute"), max_length=300, blank=True)
    stated_ground = models.CharField(
        _("ground for not disclosing it"), max_length=30, choices=WithheldGround.choices, blank=True
    )
    body = prose_field(_("body"))
    original_file = models.ForeignKey(
        DisclosureDocument,
        verbose_name=_("original file"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The document as it was signed, as a file."),
    )

    objects: ClassVar[Any] = PageManager.from_queryset(PolicyDocumentQuerySet)()

    template = "disclosure_pages/policy_document.html"
    base_form_class = DocumentForm
    purposes: ClassVar[frozenset[str]] = frozenset(
        {ColumnPurpose.SYSTEM, ColumnPurpose.STATUTORY, ColumnPurpose.ANNUAL_REPORT, ColumnPurpose.OTHER}
    )
    required_header_fields: ClassVar[tuple[str, ...]] = ("kind", "topic", "formed_on", "body")
    description_field: ClassVar[str] = "body"
    bookkeeping_fields: ClassVar[frozenset[str]] = frozenset(
        {"number_key", "number_agency", "number_year", "number_serial"}
    )
    internal_fields: ClassVar[frozenset[str]] = frozenset({"stated_attribute", "stated_basis", "stated_ground"})
    content_panels = CONTENT_PANELS
    search_fields: ClassVar[list[Any]] = [
        *Content.search_fields,
        index.SearchField("number", boost=2),
        index.SearchField("issuer_name"),
        index.SearchField("keywords"),
        index.SearchField("body"),
        index.FilterField("kind"),
        index.FilterField("topic"),
        index.FilterField("formed_on"),
    ]
    api_fields: ClassVar[list[APIField]] = [
        *Content.api_fields,
        *(APIField(name, writable=True) for name in HEADER_FIELDS),
        APIField("body", writable=True),
        APIField("joint_issuers", writable=True),
        APIField("stated_relations", writable=True),
    ]

    class Meta:
        verbose_name = _("policy document")
        verbose_name_plural = _("policy documents")

    def clean(self) -> None:
        """Days in their order; what follows from the number."""
        super().clean()
        self.work_out_number()
        if self.effective_rule == EffectiveRule.ON_DAY and self.effective_on is None:
            raise ValidationError({"effective_on": _("Name the day from which the document is in force.")})
        start = self.effective_on if self.effective_rule == EffectiveRule.ON_DAY else self.formed_on
        if self.expires_on and start and self.expires_on < start:
            raise ValidationError({"expires_on": _("The last day in force lies before the first.")})

    def save(self, *args: Any, **kwargs: Any) -> Any:
        self.work_out_number()
        return super().save(*args, **kwargs)

    @property
    def issuer(self) -> str:
        """Who issued the document, as readers see it."""
        if self.issuer_name:
            return self.issuer_name
        unit = self.issuing_unit or self.unit
        return unit.full_name or unit.name

    @property
    def is_normative(self) -> bool:
        """Whether it is a normative document, which is registered before it is published (三统一)."""
        return self.kind is not None and self.kind.is_normative

    @property
    def own_stages(self) -> tuple[str, ...]:
        """Normative documents pass the district's legal office, before the confidentiality review and at the end."""
        return (ReviewStage.LEGALITY, ReviewStage.REGISTRATION) if self.is_normative else ()

    @property
    def proposed_decision(self) -> dict[str, str]:
        """The attribute that the document states; nothing where it states none."""
        if not self.stated_attribute:
            return {}
        return {"attribute": self.stated_attribute, "basis": self.stated_basis, "ground": self.stated_ground}

    def get_workflow(self) -> Workflow | None:
        """The reviews of the draft that would be handed in, whose kind may differ from that of what is public."""
        usual = super().get_workflow()
        if usual is None or not self.get_latest_revision_as_object().is_normative:
            return usual
        return with_legal_office(usual)

    @property
    def first_issued_on(self) -> dt.date | None:
        """The day of first publication anywhere; ``None`` while there is none."""
        return self.issued_on or self.published_on

    @property
    def effective_day(self) -> dt.date | None:
        """The first day in force as the document says it; ``None`` when that follows from a publication to come."""
        if self.effective_rule == EffectiveRule.ON_DAY:
            return self.effective_on
        return self.first_issued_on
