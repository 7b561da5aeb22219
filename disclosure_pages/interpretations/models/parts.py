from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.models import Orderable

from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.media.models import DisclosureImage
from disclosure_pages.pages.prose import section_field
from disclosure_pages.pages.text import shorten

from .interpretation import Interpretation


class InterpretedDocument(Orderable):
    """A document that the interpretation explains.

    Emptied when the document is deleted, which ``Pairing`` forbids while the latest draft names it: so only old
    versions lose it, and what is public never changes behind its clearance.
    """

    page = ParentalKey(Interpretation, on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        PolicyDocument,
        verbose_name=_("policy document"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="interpreted_in",
    )

    panels = [FieldPanel("document")]
    api_fields = [APIField("document", writable=True)]

    class Meta(Orderable.Meta):
        verbose_name = _("interpreted document")
        verbose_name_plural = _("interpreted documents")

    def __str__(self) -> str:
        return str(self.document or "—")


class Chart(Orderable):
    """A picture that explains, with the same in words for those who do not see it."""

    page = ParentalKey(Interpretation, on_delete=models.CASCADE, related_name="charts")
    image = models.ForeignKey(DisclosureImage, verbose_name=_("picture"), on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(_("caption"), max_length=200, blank=True)
    alternative = models.TextField(
        _("in words"), help_text=_("Everything that the chart says, for those who do not see it.")
    )

    panels = [FieldPanel("image"), FieldPanel("caption"), FieldPanel("alternative")]
    api_fields = [APIField(name, writable=True) for name in ("image", "caption", "alternative")]

    class Meta(Orderable.Meta):
        verbose_name = _("chart")
        verbose_name_plural = _("charts")

    def __str__(self) -> str:
        return self.caption or self.image.title

    @property
    def short_alternative(self) -> str:
        """What stands in the picture's place; all of it in words stands below."""
        return self.caption or shorten(self.alternative)


class Question(Orderable):
    """A question about the document, and its answer."""

    page = ParentalKey(Interpretation, on_delete=models.CASCADE, related_name="questions")
    question = models.CharField(_("question"), max_length=300)
    answer = section_field(_("answer"))

    panels = [FieldPanel("question"), FieldPanel("answer")]
    api_fields = [APIField("question", writable=True), APIField("answer", writable=True)]

    class Meta(Orderable.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")

    def __str__(self) -> str:
        return self.question
