"""Imports as queryset verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from cms.people.domain.roles import Person, units_of
from cms.people.enums import Role

from .enums import RowState

if TYPE_CHECKING:
    from cms.tenancy.models import District


class ImportBatchQuerySet(models.QuerySet):
    """Imports."""

    def visible_to(self, user: Person) -> Self:
        """Imports into sections of the units that one edits: a colleague goes on with them."""
        if not user.is_authenticated:
            return self.none()
        if user.is_active and user.is_superuser:
            return self.all()
        is_homeless = Q(section=None, created_by=user)  # its section was deleted; whoever began it reads the report
        return self.filter(is_homeless | Q(section__unit__in=units_of(user, [Role.EDITOR])))


class ImportRowQuerySet(models.QuerySet):
    """Documents of imports."""

    def waiting(self) -> Self:
        """What nobody has imported or refused yet."""
        return self.filter(state=RowState.WAITING)

    def with_page(self, *, district: District) -> Self:
        """What was imported into ``district`` and is still there."""
        return self.filter(district=district, page__isnull=False)
