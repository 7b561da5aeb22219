from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.permission_policies import ModelPermissionPolicy

from cms.people.domain.roles import roles_of
from cms.people.enums import Role

DEFAULT_DAYS = 3
#: At most 15 working days (国办发〔2018〕115号), which are three weeks of calendar days.
LEGALITY_DAYS = 21


class SystemAdministrationPolicy(ModelPermissionPolicy):
    """System administrators keep the setting; memberships say who they are, not permissions of groups."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return super().user_has_permission(user, action) or Role.SYSTEM_ADMINISTRATOR in roles_of(user)


def _days(label: Any, default: int = DEFAULT_DAYS) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(label, default=default, validators=[MinValueValidator(1)])


@register_setting(icon="time")
class ReviewDays(BaseGenericSetting):
    """Calendar days after which an open review counts as overdue, by stage."""

    unit = _days(_("unit review"))
    legality = _days(_("legality review"), LEGALITY_DAYS)
    confidentiality = _days(_("confidentiality review"))
    office = _days(_("disclosure office approval"))
    registration = _days(_("registration"))

    class Meta:
        verbose_name = _("days for a review")

    @classmethod
    def get_permission_policy(cls) -> SystemAdministrationPolicy:
        return SystemAdministrationPolicy(cls)

    def limit_of(self, stage: str) -> dt.timedelta:
        """Time that a review of ``stage`` may stay open."""
        return dt.timedelta(days=getattr(self, stage))
