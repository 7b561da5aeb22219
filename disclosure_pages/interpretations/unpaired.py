"""Documents that lack an interpretation, for those who are to write it and those who oversee them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from cms.people.domain.roles import districts_of, units_of
from disclosure_pages.clearance.views.listings import OVERSEEING_ROLES
from disclosure_pages.tree.querysets import UNIT_ROLES

from .domain.needing import Clock, unpaired_documents

if TYPE_CHECKING:
    from cms.people.models import User
    from disclosure_pages.interpretations.models import InterpretationDays

UNPAIRED_ROLES: tuple[str, ...] = (*UNIT_ROLES, *OVERSEEING_ROLES)


def unpaired_in_view_of(user: User, *, days: InterpretationDays) -> QuerySet[Any]:
    """Those of the units that ``user`` writes for or moderates, and of the districts that ``user`` oversees."""
    return unpaired_documents(days=days).filter(
        Q(unit__in=units_of(user, UNIT_ROLES)) | Q(district__in=districts_of(user, OVERSEEING_ROLES))
    )


def with_due_days(rows: list[Any], *, clock: Clock) -> list[Any]:
    """Hang on each document its last day in time, by how many working days it is late, and whether that may change."""
    for row in rows:
        row.due_on = clock.due_on(row.published_on)
        row.overdue_by = clock.overdue_by(row.published_on)
        row.is_provisional = clock.is_provisional(row.published_on)
    return rows
