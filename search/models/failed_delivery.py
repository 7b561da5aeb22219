from __future__ import annotations

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from .index_position import IndexPosition


class FailedDeliveryQuerySet(models.QuerySet["FailedDelivery"]):
    """Pages that an index did not take."""

    def due(self, *, at: dt.datetime) -> models.QuerySet[FailedDelivery]:
        """Those to be tried again."""
        return self.filter(next_try_at__lte=at)


class FailedDelivery(models.Model):
    """A page that could not be made ready for an index, or that the index did not take; it is tried again."""

    position = models.ForeignKey(IndexPosition, on_delete=models.CASCADE, related_name="failures")
    key = models.BigIntegerField(_("page"))
    reason = models.TextField(_("reason"))
    attempts = models.PositiveIntegerField(_("failed attempts"), default=1)
    failing_since = models.DateTimeField(_("failing since"))
    next_try_at = models.DateTimeField(_("next attempt at"))

    objects = FailedDeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("failed delivery")
        verbose_name_plural = _("failed deliveries")
        constraints = [models.UniqueConstraint(fields=["position", "key"], name="gongkai_search_one_failure")]

    def __str__(self) -> str:
        return f"{self.key}: {self.reason}"
