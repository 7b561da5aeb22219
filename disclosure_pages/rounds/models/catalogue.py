from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from cms.tenancy.models import District, Unit
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.rounds.querysets import CatalogueEntryQuerySet


class CatalogueChoice(models.Model):
    """Whether a district shows a catalogue of its documents on request. Without a row it does not."""

    district = models.OneToOneField(
        District, verbose_name=_("district"), on_delete=models.CASCADE, related_name="catalogue_choice"
    )
    is_shown = models.BooleanField(
        _("show the catalogue of documents on request"),
        default=False,
        help_text=_("Only confirmed entries are shown; a document that is not disclosed never has one."),
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("choice about the catalogue")
        verbose_name_plural = _("choices about the catalogue")

    def __str__(self) -> str:
        return f"{self.district}: {self.is_shown}"


class CatalogueEntry(models.Model):
    """What the public may know of a document that is disclosed on request: these fields and nothing else.

    They are copied from the document and belong to the entry from then on: a reviewer may write a title that gives
    nothing away, and confirms all of them. Nothing is shown before.
    """

    page = models.OneToOneField(
        PolicyDocument, verbose_name=_("document"), on_delete=models.CASCADE, related_name="catalogue_entry"
    )
    district = models.ForeignKey(District, verbose_name=_("district"), on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="+")
    title = models.CharField(
        _("title that is shown"), max_length=255, help_text=_("Shown to everybody. Leave out what must not be known.")
    )
    number = models.CharField(_("document number"), max_length=100, blank=True)
    issuer = models.CharField(_("issuer"), max_length=120, blank=True)
    formed_on = models.DateField(_("formed on"), null=True, blank=True)
    digest = models.CharField(max_length=64, editable=False)
    proposed_at = models.DateTimeField(_("proposed at"), default=timezone.now)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("confirmed by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)

    objects = CatalogueEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("catalogue entry")
        verbose_name_plural = _("catalogue entries")
        ordering = ["-formed_on", "-pk"]
        indexes = [models.Index(fields=["district", "-formed_on", "-id"], name="gongkai_catalogue_order")]

    def __str__(self) -> str:
        return self.title
