from __future__ import annotations

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from search.enums import EventKind


class OutboxEventQuerySet(models.QuerySet["OutboxEvent"]):
    """Events that wait to be worked off."""

    def due(self, *, at: dt.datetime) -> Self:
        """Those that nothing holds back, in the order in which they were written."""
        return self.filter(Q(next_try_at=None) | Q(next_try_at__lte=at)).order_by("pk")


class OutboxEvent(models.Model):
    """A change after which public pages may have to be indexed anew. It commits with the change, or not at all.

    One row stands for whatever it concerns, also for ten thousand pages below a column: ``keys`` are of what ``kind``
    says, ``done_to`` is the last page that has been looked at. A row that is worked off is deleted.
    """

    kind = models.CharField(_("kind"), max_length=16, choices=EventKind.choices)
    keys = models.JSONField(_("keys"), default=list)
    done_to = models.BigIntegerField(_("worked off up to the page"), default=0)
    recorded_at = models.DateTimeField(_("recorded at"), default=timezone.now)
    attempts = models.PositiveIntegerField(_("failed attempts"), default=0)
    next_try_at = models.DateTimeField(_("next attempt at"), null=True)
    last_error = models.TextField(_("last error"), blank=True)

    objects = OutboxEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("change for the index")
        verbose_name_plural = _("changes for the index")

    def __str__(self) -> str:
        return f"{self.kind} {self.keys}"
