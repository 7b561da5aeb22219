"""Pages of content as queryset verbs. The permission primitive is a queryset; yes/no answers derive from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db.models import Q
from wagtail.query import PageQuerySet

from cms.people.domain.roles import Person, districts_of, units_of
from cms.people.enums import Role

from .availability import unless_hidden
from .readers import read_by_reason

if TYPE_CHECKING:
    from cms.tenancy.models import District, Unit

    from .models import Column

# Roles that read everything of a district, drafts included.
READING_ROLES = (Role.CONFIDENTIALITY_REVIEWER, Role.DISCLOSURE_OFFICE, Role.CITY_AUDITOR)
UNIT_ROLES = (Role.EDITOR, Role.MODERATOR)


class DisclosurePageQuerySet(PageQuerySet):
    """Content of districts."""

    def public(self) -> Self:
        """What everybody may read. Both flags are asked for: they agree, and a test holds them together."""
        return self.filter(unless_hidden(), is_public=True, live=True)

    def visible_to(self, user: Person) -> Self:
        """What ``user`` may read, drafts included: public content, that of one's units and districts, or for a reason.

        Such a reason is a review by people who read nothing else of the district (``readers.py``).
        """
        if not user.is_authenticated:
            return self.public()
        return self.filter(
            Q(is_public=True, live=True)
            | Q(unit__in=units_of(user, UNIT_ROLES))
            | Q(district__in=districts_of(user, READING_ROLES))
            | read_by_reason(user)
        )

    def editable_by(self, user: Person) -> Self:
        """What ``user`` may write: content in open sections of the units one edits or moderates."""
        return self.filter(unit__in=units_of(user, UNIT_ROLES))

    def of_unit(self, unit: Unit) -> Self:
        """Content of one unit."""
        return self.filter(unit=unit)

    def of_district(self, district: District) -> Self:
        """Content of one district."""
        return self.filter(district=district)

    def of_column(self, column: Column) -> Self:
        """Content filed directly under one column, whichever section holds it."""
        return self.filter(column=column)

    def newest_first(self) -> Self:
        """The order of every public listing."""
        return self.order_by("-published_on", "-page_ptr_id")
