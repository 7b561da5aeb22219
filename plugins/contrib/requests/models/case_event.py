from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plugins.api import Unit
from plugins.contrib.requests.enums import CaseState, EventKind
from plugins.contrib.requests.protection.encryption import EncryptedTextField

from .case import Case


class CaseEvent(models.Model):
    """Something that happened to a case: its log, and what its clock is reckoned from. Never changed, never deleted.

    ``day`` is when it takes effect, in Asia/Shanghai; ``at`` is when it was written down. ``by`` is empty for what the
    applicant did. ``data`` holds what the clock asks for (kind of whoever was asked, working days, last day).
    ``unit_before`` is who held a case until it was assigned, so that it can be told who held it on a day.
    """

    case = models.ForeignKey(Case, verbose_name=_("case"), on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(pgettext_lazy("of a case", "what happened"), max_length=20, choices=EventKind.choices)
    day = models.DateField(_("day"))
    at = models.DateTimeField(_("written down at"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=pgettext_lazy("of a case", "by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    state_after = models.CharField(_("state after it"), max_length=20, choices=CaseState.choices)
    unit_before = models.ForeignKey(
        Unit,
        verbose_name=pgettext_lazy("of a case", "handled before by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    text = EncryptedTextField(_("text of the event"), blank=True)
    data = models.JSONField(_("facts of the event"), default=dict, blank=True)

    class Meta:
        verbose_name = _("event of a case")
        verbose_name_plural = _("events of cases")
        ordering = ["day", "pk"]
        indexes = [models.Index(fields=["case", "day", "id"], name="gongkai_case_log")]

    def __str__(self) -> str:
        return f"{self.case} · {self.get_kind_display()}"
