from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.models import Orderable

from disclosure_pages.media.models import DisclosureDocument
from disclosure_pages.tree.models import DisclosurePage


class Attachment(Orderable):
    """A file that belongs to a page, in the order that its authors gave it."""

    page = ParentalKey(DisclosurePage, on_delete=models.CASCADE, related_name="attachments")
    document = models.ForeignKey(
        DisclosureDocument, verbose_name=_("file"), on_delete=models.PROTECT, related_name="attachments"
    )
    title = models.CharField(_("title"), max_length=255, blank=True, help_text=_("Left empty, the file's own title."))

    panels = [FieldPanel("document"), FieldPanel("title")]
    api_fields = [APIField("document", writable=True), APIField("title", writable=True)]

    class Meta(Orderable.Meta):
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")

    def __str__(self) -> str:
        return self.title or self.document.title

    @property
    def extension(self) -> str:
        """Kind of file as readers know it, in capitals: ``PDF``."""
        return self.document.file_extension.upper()

    @property
    def size(self) -> int | None:
        """Size in bytes; ``None`` when the file cannot be read."""
        size: int | None = self.document.get_file_size()
        return size
