from __future__ import annotations

import datetime as dt

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from search.rules import retry_delay


class EngineState(models.Model):
    """How deliveries to an engine go: when the last one went well, or since when they fail and when to try again."""

    engine = models.CharField(_("engine"), max_length=40, unique=True)
    delivered_at = models.DateTimeField(_("last delivery"), null=True)
    failing_since = models.DateTimeField(_("failing since"), null=True)
    attempts = models.PositiveIntegerField(_("failed attempts"), default=0)
    next_try_at = models.DateTimeField(_("next attempt at"), null=True)
    last_error = models.TextField(_("last error"), blank=True)

    class Meta:
        verbose_name = _("state of an engine")
        verbose_name_plural = _("states of engines")

    def __str__(self) -> str:
        return self.engine

    def is_due(self, *, at: dt.datetime) -> bool:
        """Whether the engine may be tried at the moment ``at``."""
        return self.next_try_at is None or self.next_try_at <= at

    def note_failure(self, error: Exception) -> None:
        """The engine did not take a delivery: it is left alone for a while, longer each time."""
        now = timezone.now()
        self.failing_since = self.failing_since or now
        self.attempts += 1
        self.next_try_at = now + retry_delay(self.attempts, longest=dt.timedelta(seconds=30))
        self.last_error = str(error)[:2000] or type(error).__name__
        self.save()

    def note_success(self) -> None:
        """The engine took a delivery."""
        self.delivered_at, self.failing_since, self.next_try_at = timezone.now(), None, None
        self.attempts, self.last_error = 0, ""
        self.save()
