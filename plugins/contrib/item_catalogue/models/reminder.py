from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from plugins.contrib.item_catalogue.process.states import Step

from .assignment import Assignment


class Reminder(models.Model):
    """A reminder that went out, so that none goes twice. A day that is moved is reminded of anew.

    ``days_before`` is 5, 2 or 0, and -1 for the one when the day has passed.
    """

    assignment = models.ForeignKey(
        Assignment, verbose_name=_("assignment of a field"), on_delete=models.CASCADE, related_name="reminders"
    )
    step = models.CharField(_("step"), max_length=10, choices=Step.choices)
    due = models.DateField(_("due on"))
    days_before = models.SmallIntegerField(_("days before"))
    people = models.PositiveIntegerField(_("people reminded"))
    sent_at = models.DateTimeField(_("sent at"), auto_now_add=True)

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        ordering = ["-sent_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "step", "due", "days_before"], name="gongkai_items_reminder_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.assignment} · {self.get_step_display()} · {self.due}"
