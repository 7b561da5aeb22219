"""Editions as queryset verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models

if TYPE_CHECKING:
    from disclosure_pages.documents.models import PolicyDocument


class EditionQuerySet(models.QuerySet[Any]):
    """Texts of documents that were public."""

    def of(self, page: PolicyDocument) -> Self:
        """Editions of one document, oldest first."""
        return self.filter(page=page.pk).order_by("number")

    def shown(self) -> Self:
        """Editions whose text everybody may read, as long as the document itself is public."""
        return self.filter(hidden_at=None)

    def without_text(self) -> Self:
        """For lists: without the longest field."""
        return self.defer("lines", "header")
