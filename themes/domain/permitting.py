"""Who designs which district, and who declares mourning everywhere."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from cms.people.domain.roles import districts_of, roles_of
from cms.tenancy.models import District
from themes.rules import DESIGNING_ROLES, MOURNING_ROLES


def designed_districts(user: Any) -> QuerySet[District]:
    """Districts whose look ``user`` may choose."""
    return districts_of(user, DESIGNING_ROLES)


def may_mourn_everywhere(user: Any) -> bool:
    """Whether ``user`` declares days of mourning for the whole installation."""
    return bool(roles_of(user) & set(MOURNING_ROLES))
