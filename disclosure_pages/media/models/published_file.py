from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disclosure_pages.tree.availability import unless_hidden
from disclosure_pages.tree.models import DisclosurePage

from .document import DisclosureDocument
from .image import DisclosureImage

if TYPE_CHECKING:
    from django.db.models import QuerySet


class PublishedFileQuerySet(models.QuerySet):
    """Which files are public."""

    def of(self, file: DisclosureDocument | DisclosureImage) -> PublishedFileQuerySet:
        """Publications of one file."""
        return self.filter(**{_field_of(type(file)): file.pk})

    def public(self) -> PublishedFileQuerySet:
        """Publications by pages that everybody may read."""
        return self.filter(unless_hidden(prefix="page__"), page__live=True, page__is_public=True)

    def public_keys(self, model: type) -> QuerySet[Any]:
        """Keys of the files of ``model`` that public content uses, for a subquery."""
        field = _field_of(model)
        return self.public().filter(**{f"{field}__isnull": False}).values(field)

    def serves(self, file: DisclosureDocument | DisclosureImage) -> bool:
        """Whether the bytes that ``file`` has now are bytes that public content was cleared with."""
        now = file.get_file_hash()
        return bool(now) and self.of(file).public().filter(file_hash=now).exists()


def _field_of(model: type) -> str:
    return "document" if issubclass(model, DisclosureDocument) else "image"


class PublishedFile(models.Model):
    """One file that one public page uses, with the hash of the bytes that were cleared.

    Written in the transaction of the publication. A file whose bytes changed since is not served: its hash differs.
    """

    page = models.ForeignKey(DisclosurePage, on_delete=models.CASCADE, related_name="published_files")
    document = models.ForeignKey(DisclosureDocument, null=True, on_delete=models.CASCADE, related_name="publications")
    image = models.ForeignKey(DisclosureImage, null=True, on_delete=models.CASCADE, related_name="publications")
    file_hash = models.CharField(_("SHA-256 of the file"), max_length=64)

    objects = PublishedFileQuerySet.as_manager()

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
