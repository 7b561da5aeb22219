"""People and their memberships."""

from __future__ import annotations

from itertools import count
from typing import Any

from cms.people.enums import Role
from cms.people.models import Membership, User
from cms.tenancy.models import Unit

_numbers = count(1)
PASSWORD = "correct horse battery staple"


def make_user(username: str = "", **values: Any) -> User:
    name = username or f"person{next(_numbers)}"
    return User.objects.create_user(
        **{"username": name, "display_name": name, "email": f"{name}@example.org", "password": PASSWORD, **values}
    )


def make_superuser(username: str = "root", **values: Any) -> User:
    return make_user(username, is_superuser=True, is_staff=True, **values)


def make_membership(user: User, role: str, **place_and_days: Any) -> Membership:
    """``unit``, ``district`` or ``city`` as the role wants it, and ``starts_on``, ``ends_on``."""
    return Membership.objects.create(user=user, role=role, **place_and_days)


def make_person(role: str, username: str = "", **place_and_days: Any) -> User:
    """A person with one membership."""
    user = make_user(username)
    make_membership(user, role, **place_and_days)
    return user


def make_editor(unit: Unit, username: str = "") -> User:
    return make_person(Role.EDITOR, username, unit=unit)


def make_moderator(unit: Unit, username: str = "") -> User:
    return make_person(Role.MODERATOR, username, unit=unit)
