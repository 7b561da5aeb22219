from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from cms.tenancy.models import District
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.rounds.enums import RoundState
from disclosure_pages.rounds.querysets import ReviewRoundQuerySet


class ReviewRound(models.Model):
    """A review round (清理): many documents of a district are looked at again and decided about at once.

    Its decisions become facts when the result document is published, on ``takes_effect_on``; without that day, on the
    day of the publication. Days are days in Asia/Shanghai.
    """

    district = models.ForeignKey(District, verbose_name=_("district"), on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("title"), max_length=120)
    basis = models.CharField(
        _("reason or basis"), max_length=300, help_text=_("Why the round is held; the result document names it.")
    )
    takes_effect_on = models.DateField(
        _("decisions take effect on"),
        null=True,
        blank=True,
        help_text=_("Left blank, the day on which the result document is published."),
    )
    due_on = models.DateField(_("units decide until"))
    state = models.CharField(_("state"), max_length=12, choices=RoundState.choices, default=RoundState.PREPARING)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("opened by"), on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(_("created at"), default=timezone.now)
    result_page = models.OneToOneField(
        PolicyDocument,
        verbose_name=_("result document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="review_round",
    )
    published_at = models.DateTimeField(_("result published at"), null=True, blank=True)
    ending_reason = models.CharField(_("reason for undoing or cancelling it"), max_length=300, blank=True)

    history = HistoricalRecords()
    objects = ReviewRoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("review round")
        verbose_name_plural = _("review rounds")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    def is_overdue(self, *, on: dt.date) -> bool:
        """Whether units should have decided before the day ``on``."""
        return self.state == RoundState.OPEN and self.due_on < on
