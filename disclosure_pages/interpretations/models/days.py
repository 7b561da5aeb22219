from __future__ import annotations

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from disclosure_pages.clearance.models.review_days import SystemAdministrationPolicy

DEFAULT_DAYS = 3


@register_setting(icon="time")
class InterpretationDays(BaseGenericSetting):
    """How long after a document its interpretation may come, and from which documents on one is asked for."""

    working_days = models.PositiveSmallIntegerField(
        _("working days"),
        default=DEFAULT_DAYS,
        validators=[MinValueValidator(1)],
        help_text=_("By the end of this working day after the publication of a document its interpretation is public."),
    )
    since = models.DateField(
        _("for documents formed since"),
        null=True,
        blank=True,
        help_text=_("Documents formed before that day need none, such as those of an old portal. Blank: all need one."),
    )

    class Meta:
        verbose_name = _("days for an interpretation")

    @classmethod
    def get_permission_policy(cls) -> SystemAdministrationPolicy:
        return SystemAdministrationPolicy(cls)
