"""Clearances and reviews as queryset verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models

from disclosure_pages.tree.enums import DisclosureAttribute

from .enums import ReviewDecision

if TYPE_CHECKING:
    from disclosure_pages.tree.models import DisclosurePage


class ClearanceQuerySet(models.QuerySet):
    """Clearances of content."""

    def of(self, page: DisclosurePage) -> Self:
        """Clearances of one page."""
        return self.filter(page_id=page.pk)

    def valid(self) -> Self:
        """Clearances that nobody has revoked."""
        return self.filter(revoked_at__isnull=True)

    def for_public(self, digest: str) -> Self:
        """Valid clearances that let the content with ``digest`` be public."""
        return self.valid().filter(digest=digest, attribute=DisclosureAttribute.PROACTIVE)

    def forced(self) -> Self:
        """Clearances given by force, with a reason, outside the workflow."""
        return self.filter(is_forced=True)


class ReviewQuerySet(models.QuerySet):
    """Decisions of reviewers."""

    def approvals(self, *, page: DisclosurePage, digest: str) -> Self:
        """Approvals of exactly this content of ``page``."""
        return self.filter(page_id=page.pk, digest=digest, decision=ReviewDecision.APPROVED)
