from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disclosure_pages.tree.models import DisclosurePage


class PublicationFailure(models.Model):
    """A cleared version that could not be published on its day, and why; it goes when the publication succeeds."""

    page = models.ForeignKey(DisclosurePage, on_delete=models.CASCADE, related_name="publication_failures")
    revision_id = models.PositiveIntegerField(_("revision"), unique=True)
    due_at = models.DateTimeField(_("due at"))
    message = models.TextField(_("what stood in the way"))
    attempts = models.PositiveIntegerField(_("attempts"), default=1)
    first_failed_at = models.DateTimeField(_("first failed at"), default=timezone.now)
    last_failed_at = models.DateTimeField(_("last failed at"), default=timezone.now)

    class Meta:
        verbose_name = _("failed publication")
        verbose_name_plural = _("failed publications")
        ordering = ["-last_failed_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.page.title} · {self.message}"
