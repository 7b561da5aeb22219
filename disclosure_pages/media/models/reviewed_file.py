from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disclosure_pages.tree.models import DisclosurePage
from disclosure_pages.tree.readers import read_by_reason

from .document import DisclosureDocument
from .image import DisclosureImage

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from cms.people.domain.roles import Person


class ReviewedFileQuerySet(models.QuerySet):
    """Which files came to a review with which content."""

    def keys_for(self, user: Person, model: type) -> QuerySet[Any]:
        """Keys of the files of ``model`` in content that ``user`` reads because it came to a review; a subquery."""
        field = "document" if issubclass(model, DisclosureDocument) else "image"
        pages = DisclosurePage.objects.filter(read_by_reason(user)).values("pk")
        return self.filter(page__in=pages, **{f"{field}__isnull": False}).values(field)


class ReviewedFile(models.Model):
    """One file of a version that came to people who read nothing else of its unit: they may open this file.

    Written when such a review begins. Others read files through the place of the file's section.
    """

    page = models.ForeignKey(DisclosurePage, on_delete=models.CASCADE, related_name="reviewed_files")
    document = models.ForeignKey(DisclosureDocument, null=True, on_delete=models.CASCADE, related_name="showings")
    image = models.ForeignKey(DisclosureImage, null=True, on_delete=models.CASCADE, related_name="showings")

    objects = ReviewedFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("reviewed file")
        verbose_name_plural = _("reviewed files")
        constraints = [
            models.CheckConstraint(
                condition=Q(document__isnull=True) ^ Q(image__isnull=True), name="gongkai_reviewed_file_is_one"
            ),
            models.UniqueConstraint(fields=["page", "document"], name="gongkai_reviewed_document_once"),
            models.UniqueConstraint(fields=["page", "image"], name="gongkai_reviewed_image_once"),
        ]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.document_id or self.image_id}"
