"""The register's vocabulary as queryset verbs. Days are calendar days in Asia/Shanghai and always passed in."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from cms.tenancy.models import District


class UnitQuerySet(models.QuerySet):
    """Units of districts."""

    def of_district(self, district: District) -> Self:
        """Units of one district, closed ones included."""
        return self.filter(district=district)

    def active(self, *, on: dt.date) -> Self:
        """Units that exist on the day ``on``: the first and the last day both count."""
        return self.filter(
            Q(active_from__isnull=True) | Q(active_from__lte=on),
            Q(active_to__isnull=True) | Q(active_to__gte=on),
            merged_into__isnull=True,
        )

    def active_between(self, first: dt.date, last: dt.date) -> Self:
        """Units that existed on any day from ``first`` to ``last``, also those that were closed or merged then."""
        return self.filter(
            Q(active_from__isnull=True) | Q(active_from__lte=last),
            Q(active_to__gte=first) | Q(active_to__isnull=True, merged_into__isnull=True),
        )
