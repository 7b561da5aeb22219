from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from cms.tenancy.models import District, Unit
from disclosure_pages.documents.querysets import LegalRecordQuerySet

from .kind import DocumentKind, Topic
from .number_fields import NumberFields
from .policy_document import PolicyDocument


class LegalRecord(NumberFields):
    """What was published about a document that matters in law: number, issuer, days. It has a history.

    Written in the transaction of the publication and kept when the page leaves the public side: that readers may not
    see a text changes nothing about its force. ``annulled_on`` ends its force by an act about the document as a whole;
    a void record (``voided_at``) is of a document that should never have been there and has no effect at all.
    Days are days in Asia/Shanghai.
    """

    page = models.OneToOneField(
        PolicyDocument,
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="legal_record",
    )
    district = models.ForeignKey(District, verbose_name=_("district"), on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("title"), max_length=255)
    issuer = models.CharField(_("issuer"), max_length=120)
    index_number = models.CharField(_("index number"), max_length=60, blank=True)
    registration_number = models.CharField(_("registration number"), max_length=60, blank=True, default="")
    kind = models.ForeignKey(
        DocumentKind, verbose_name=_("kind of document"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    topic = models.ForeignKey(Topic, verbose_name=_("topic"), null=True, on_delete=models.PROTECT, related_name="+")
    formed_on = models.DateField(_("formed on"), null=True, blank=True)
    issued_on = models.DateField(pgettext_lazy("of a document", "issued on"), null=True, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    effective_on = models.DateField(_("effective from"), null=True, blank=True)
    expires_on = models.DateField(_("valid until"), null=True, blank=True)
    annulled_on = models.DateField(_("annulled from"), null=True, blank=True)
    annulment_reason = models.CharField(_("reason of the annulment"), max_length=300, blank=True)
    is_public = models.BooleanField(_("public"), default=False)
    voided_at = models.DateTimeField(_("void since"), null=True, blank=True)

    history = HistoricalRecords(excluded_fields=["is_public"])
    objects = LegalRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("legal record")
        verbose_name_plural = _("legal records")
        constraints = [
            models.UniqueConstraint(
                fields=["district", "issuer", "number_key"],
                condition=~Q(number_key="") & Q(voided_at=None),
                name="gongkai_number_once_per_issuer",
            )
        ]
        indexes = [
            models.Index(fields=["district", "issuer"], name="gongkai_record_issuer"),
            models.Index(fields=["district", "topic"], name="gongkai_record_topic"),
            models.Index(fields=["district", "kind"], name="gongkai_record_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.title}（{self.number}）" if self.number else self.title

    @property
    def short_name(self) -> str:
        """How a sentence names the document: by its number, or by its title where it has none."""
        return self.number or f"《{self.title}》"
