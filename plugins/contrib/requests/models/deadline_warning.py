from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .case import Case


class DeadlineWarning(models.Model):
    """A warning that went out, so that none goes twice; a deadline that moves is warned of anew.

    ``days_before`` is 5, 2 or 0 working days.
    """

    case = models.ForeignKey(Case, verbose_name=_("case"), on_delete=models.CASCADE, related_name="warnings")
    due_on = models.DateField(_("answer due on"))
    days_before = models.PositiveSmallIntegerField(_("working days before"))
    people = models.PositiveIntegerField(pgettext_lazy("of a warning", "people warned"))
    sent_at = models.DateTimeField(_("sent at"), auto_now_add=True)

    class Meta:
        verbose_name = _("warning of a deadline")
        verbose_name_plural = _("warnings of deadlines")
        ordering = ["-sent_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["case", "due_on", "days_before"], name="gongkai_case_warning_once")
        ]

    def __str__(self) -> str:
        return f"{self.case} · {self.days_before}"
