"""Documents as queryset verbs; the day is always passed in."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Value, When
from django.db.models.functions import Coalesce

from cms.people.domain.roles import Person, districts_of
from disclosure_pages.tree.querysets import DisclosurePageQuerySet

from .enums import RegistrationState
from .rules import REGISTER_ROLES

if TYPE_CHECKING:
    from cms.tenancy.models import District

    from .models import PolicyDocument


#: Every superior entry before its parts; see ``ClassificationQuerySet.with_place``.
TREE_ORDER = ("head_position", "head_code", "level", "position", "code")


def on_day(day: dt.date, *, prefix: str = "") -> dict[str, Any]:
    """Conditions on a period of legal force that hold on ``day``; ``prefix`` leads to the period."""
    return {f"{prefix}starts_on__lte": day, f"{prefix}ends_on__gte": day}


class ClassificationQuerySet(models.QuerySet[Any]):
    """Entries of a two-level list."""

    def offered(self) -> Self:
        """Entries that a document may be given: those in use, whose superior entry is in use as well."""
        return self.filter(is_active=True).exclude(parent__is_active=False)

    def heads(self) -> Self:
        """Entries of the first level."""
        return self.filter(parent=None)

    def with_place(self) -> Self:
        """Each entry with what :data:`TREE_ORDER` sorts by."""
        return self.annotate(
            head_position=Coalesce(F("parent__position"), F("position")),
            head_code=Coalesce(F("parent__code"), F("code")),
            level=Case(When(parent=None, then=Value(1)), default=Value(2)),
        )


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


class RegistrationQuerySet(models.QuerySet[Any]):
    """Entries of registers."""

    def visible_to(self, user: Person) -> Self:
        """Entries of the districts whose register ``user`` keeps or reads."""
        return self.filter(district__in=districts_of(user, REGISTER_ROLES))

    def valid(self) -> Self:
        """Entries that count; those of documents that were deleted are void."""
        return self.filter(voided_at=None)

    def of(self, page: PolicyDocument) -> Self:
        """Entries of one document, the first edition first."""
        return self.filter(page=page.pk).order_by("edition")

    def with_state(self) -> Self:
        """Each entry with its ``state``, see ``RegistrationState``."""
        later = self.model._default_manager.filter(
            page=OuterRef("page"), edition__gt=OuterRef("edition"), published_at__isnull=False
        )
        cases = [
            When(voided_at__isnull=False, then=Value(RegistrationState.VOID)),
            When(Exists(later), then=Value(RegistrationState.SUPERSEDED)),
            When(published_at=None, then=Value(RegistrationState.WAITING)),
            When(page__live=True, page__is_public=True, then=Value(RegistrationState.PUBLIC)),
        ]
        return self.annotate(
            state=Case(*cases, default=Value(RegistrationState.WITHDRAWN), output_field=models.CharField())
        )
