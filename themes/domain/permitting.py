"""Who designs which district, and who declares mourning everywhere."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from cms.people.domain.roles import cities_of, districts_of, roles_of
from cms.tenancy.models import City, District, Unit
from themes.rules import DESIGNING_ROLES, MOURNING_ROLES


def designed_districts(user: Any) -> QuerySet[District]:
    """Districts whose look ``user`` may choose."""
    return districts_of(user, DESIGNING_ROLES)


def designed_cities(user: Any) -> QuerySet[City]:
    """Cities whose look ``user`` may choose."""
    return cities_of(user, DESIGNING_ROLES)


def designed_units(user: Any) -> QuerySet[Unit]:
    """Units that may have a look of their own: those of the districts that ``user`` designs."""
    return Unit.objects.filter(district__in=designed_districts(user))


def may_mourn_everywhere(user: Any) -> bool:
    """Whether ``user`` declares days of mourning for the whole installation."""
    return bool(roles_of(user) & set(MOURNING_ROLES))
