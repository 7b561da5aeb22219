"""Memberships as queryset verbs; the day is always passed in (Asia/Shanghai)."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Q


class MembershipQuerySet(models.QuerySet):
    """Places of people in units, districts, the city or the installation."""

    def valid(self, *, on: dt.date) -> Self:
        """Memberships in force on the day ``on``, both ends inclusive."""
        return self.filter(
            Q(starts_on__isnull=True) | Q(starts_on__lte=on), Q(ends_on__isnull=True) | Q(ends_on__gte=on)
        )

    def with_role(self, *roles: str) -> Self:
        """Memberships that carry one of ``roles``."""
        return self.filter(role__in=roles)
