from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disclosure_pages.tree.models import DisclosurePage

from .document import DisclosureDocument
from .image import DisclosureImage


class PublishedFile(models.Model):
    """One file that one public page uses, with the hash of the bytes that were cleared.

    Written in the transaction of the publication. A file whose bytes changed since is not served: its hash differs.
    """

    page = models.ForeignKey(DisclosurePage, on_delete=models.CASCADE, related_name="published_files")
    document = models.ForeignKey(
        DisclosureDocument, null=True, on_delete=models.CASCADE, related_name="publications"
    )
    image = models.ForeignKey(DisclosureImage, null=True, on_delete=models.CASCADE, related_name="publications")
    file_hash = models.CharField(_("SHA-1 of the file"), max_length=40)

    class Meta:
        verbose_name = _("published file")
        verbose_name_plural = _("published files")
        constraints = [
            models.CheckConstraint(
                condition=Q(document__isnull=True) ^ Q(image__isnull=True), name="gongkai_published_file_is_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.document_id or self.image_id}"
