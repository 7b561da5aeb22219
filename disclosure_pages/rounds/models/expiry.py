from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from disclosure_pages.clearance.models.review_days import SystemAdministrationPolicy
from disclosure_pages.documents.models import LegalRecord

EARLY_DAYS, LATE_DAYS = 182, 30


@register_setting(icon="time")
class ExpiryDays(BaseGenericSetting):
    """Calendar days before the end of a term on which a unit is told, twice: in time to revise, and at the last."""

    early = models.PositiveSmallIntegerField(
        _("first notice, days before"), default=EARLY_DAYS, validators=[MinValueValidator(1)]
    )
    late = models.PositiveSmallIntegerField(
        _("second notice, days before"), default=LATE_DAYS, validators=[MinValueValidator(1)]
    )

    class Meta:
        verbose_name = _("days before a document expires")

    @classmethod
    def get_permission_policy(cls) -> SystemAdministrationPolicy:
        return SystemAdministrationPolicy(cls)

    def clean(self) -> None:
        super().clean()
        early, late = getattr(self, "early", None), getattr(self, "late", None)  # none where a form could not read it
        if early is not None and late is not None and late >= early:
            raise ValidationError({"late": _("The second notice comes after the first: choose fewer days.")})

    def stage_of(self, days_left: int) -> str:
        """The notice that is due so many days before the end."""
        return ExpiryNotice.LATE if days_left <= self.late else ExpiryNotice.EARLY


class ExpiryNotice(models.Model):
    """That a unit was told of the end of a document's term, once for each notice and each term."""

    EARLY, LATE = "early", "late"

    record = models.ForeignKey(LegalRecord, verbose_name=_("document"), on_delete=models.CASCADE, related_name="+")
    expires_on = models.DateField(_("valid until"))
    stage = models.CharField(max_length=8, choices=[(EARLY, _("first notice")), (LATE, _("second notice"))])
    sent_at = models.DateTimeField(_("sent at"), default=timezone.now)

    class Meta:
        verbose_name = _("notice of an expiry")
        verbose_name_plural = _("notices of expiries")
        constraints = [
            models.UniqueConstraint(fields=["record", "expires_on", "stage"], name="gongkai_expiry_told_once")
        ]

    def __str__(self) -> Any:
        return f"{self.record.short_name} {self.expires_on} {self.stage}"
