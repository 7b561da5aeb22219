"""Documents as queryset verbs; the day is always passed in."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Self

from django.db import models

from disclosure_pages.tree.querysets import DisclosurePageQuerySet

if TYPE_CHECKING:
    from cms.tenancy.models import District


def on_day(day: dt.date, *, prefix: str = "") -> dict[str, Any]:
    """Conditions on a period of legal force that hold on ``day``; ``prefix`` leads to the period."""
    return {f"{prefix}starts_on__lte": day, f"{prefix}ends_on__gte": day}


class PolicyDocumentQuerySet(DisclosurePageQuerySet):
    """Pages of policy documents."""

    def in_force(self, *, on: dt.date) -> Self:
        """Documents in force on the day ``on`` (Asia/Shanghai), whole, amended or in part."""
        return self.filter(
            legal_record__force_periods__is_in_force=True, **on_day(on, prefix="legal_record__force_periods__")
        )

    def with_force(self, *forces: str, on: dt.date) -> Self:
        """Documents that have one of ``forces`` on the day ``on``."""
        return self.filter(
            legal_record__force_periods__force__in=forces, **on_day(on, prefix="legal_record__force_periods__")
        )


class LegalRecordQuerySet(models.QuerySet[Any]):
    """Records of what was published."""

    def valid(self) -> Self:
        """Records that count: those of documents that should never have been there are void."""
        return self.filter(voided_at=None)

    def public(self) -> Self:
        """Records of documents that everybody may read."""
        return self.valid().filter(is_public=True)

    def of_district(self, district: District) -> Self:
        """Records of one district."""
        return self.filter(district=district)

    def in_force(self, *, on: dt.date) -> Self:
        """Records in force on the day ``on`` (Asia/Shanghai), whole, amended or in part."""
        return self.filter(force_periods__is_in_force=True, **on_day(on, prefix="force_periods__"))

    def with_force(self, *forces: str, on: dt.date) -> Self:
        """Records that have one of ``forces`` on the day ``on``."""
        return self.filter(force_periods__force__in=forces, **on_day(on, prefix="force_periods__"))
