"""Whose tables a person may read and apply."""

from __future__ import annotations

import datetime as dt

from django.db.models import QuerySet

from cms.people.domain.roles import Person, districts_of
from cms.people.enums import Role
from cms.tenancy.models import District

MANAGING_ROLES = (Role.DISCLOSURE_OFFICE, Role.SYSTEM_ADMINISTRATOR)


def manageable_by(user: Person, *, on: dt.date | None = None) -> QuerySet[District]:
    """Districts whose table ``user`` may manage on ``on`` (default: today in Asia/Shanghai).

    The disclosure office manages its own district's, a system administrator and a superuser every district's.
    """
    if user.is_active and user.is_superuser:
        return District.objects.all()
    return districts_of(user, MANAGING_ROLES, on=on)


def may_manage_any(user: Person) -> bool:
    """Whether there is any district whose table ``user`` may manage."""
    return manageable_by(user).exists()
