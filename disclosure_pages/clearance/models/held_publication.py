from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disclosure_pages.tree.models import DisclosurePage

from .clearance import Clearance


class HeldPublication(models.Model):
    """A cleared version that waits for others: it becomes public together with them or not at all.

    While it is held the page is locked. ``due_at`` is the requested time of publication, if there is one; everything
    that is published together waits for the latest of them.
    """

    page = models.OneToOneField(DisclosurePage, on_delete=models.CASCADE, related_name="held_publication")
    clearance = models.ForeignKey(Clearance, on_delete=models.CASCADE, related_name="+")
    revision_id = models.PositiveIntegerField(_("revision"))
    overrides = models.JSONField(_("overrides"), default=dict)
    cleared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("cleared by"), on_delete=models.PROTECT, related_name="+"
    )
    due_at = models.DateTimeField(_("due at"), null=True, blank=True)
    held_at = models.DateTimeField(_("held since"), default=timezone.now)

    class Meta:
        verbose_name = _("held publication")
        verbose_name_plural = _("held publications")
        ordering = ["held_at", "pk"]

    def __str__(self) -> str:
        return str(self.clearance)

    def is_due(self, *, now: dt.datetime) -> bool:
        """Whether its own requested time has come."""
        return self.due_at is None or self.due_at <= now
