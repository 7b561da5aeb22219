from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .report import Report


class Reminder(models.Model):
    """A reminder that went out, so that none goes twice; a day that is moved is reminded of anew.

    ``days_before`` is 10, 5, 2 or 0, and -1 for the one when the day has passed; -2 for the one that says to whoever
    accepts the report that it was submitted, whose ``due`` is the day of that; -3 for the one that says to whoever
    fills it that it was returned: it waits while ``people`` is 0.
    """

    report = models.ForeignKey(
        Report, verbose_name=_("annual report"), on_delete=models.CASCADE, related_name="reminders"
    )
    due = models.DateField(_("due on"))
    days_before = models.SmallIntegerField(_("days before"))
    people = models.PositiveIntegerField(_("people reminded"))
    sent_at = models.DateTimeField(_("sent at"), auto_now_add=True)

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        ordering = ["-sent_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["report", "due", "days_before"], name="gongkai_annual_reminder_once")
        ]

    def __str__(self) -> str:
        return f"{self.report} · {self.due}"
