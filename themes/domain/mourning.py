"""Days of mourning: declared and taken back."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from themes.known import forget_looks
from themes.models import MourningDays

DECLARE, LIFT = "gongkai.theme.mourn", "gongkai.theme.end_mourning"


def declare_mourning(*, user: Any, **values: Any) -> MourningDays:
    """Show pages in grey from ``starts_on`` to ``ends_on``; raises ``ValidationError`` when they are in no order."""
    days = MourningDays(created_by=user, **values)
    days.full_clean()
    with transaction.atomic():
        days.save()
        log(days, DECLARE, user=user, data={"occasion": days.occasion})
        forget_looks()
    return days


def lift_mourning(*, days: MourningDays, user: Any) -> None:
    """Take them back, at once."""
    with transaction.atomic():
        log(days, LIFT, user=user, data={"occasion": days.occasion})
        days.delete()
        forget_looks()
