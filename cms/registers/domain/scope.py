"""Rights on registers as querysets; every yes/no answer is derived from them.

A person's scope rests on the memberships of the day. Superusers see and change everything.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Model, Q, QuerySet

from cms.people.domain.roles import Person, districts_of, roles_of
from cms.people.models import Membership, User
from cms.registers.rules import (
    DISTRICT_PATH,
    EDITED_EVERYWHERE,
    EDITED_IN_DISTRICT,
    READ_EVERYWHERE,
    READ_IN_DISTRICT,
    grantable_roles,
)
from cms.tenancy.models import City, District, Unit, UnitCollective


def visible_to(user: Person, model: type[Model]) -> QuerySet[Any]:
    """Rows of the register that the person may list, inspect, export and see the history of."""
    rows = model._default_manager.all()
    register = _register(model)
    if _is_superuser(user) or roles_of(user) & READ_EVERYWHERE.get(register, frozenset()):
        return rows
    return rows.filter(_in_districts_of(user, READ_IN_DISTRICT, register))


def visible_history(user: Person, model: type[Model]) -> QuerySet[Any]:
    """History rows of the register, those of deleted entries included, within the same bounds as ``visible_to``."""
    records = model.history.all()  # type: ignore[attr-defined]  # simple_history adds the manager
    register = _register(model)
    if _is_superuser(user) or roles_of(user) & READ_EVERYWHERE.get(register, frozenset()):
        return records
    return records.filter(_in_districts_of(user, READ_IN_DISTRICT, register))


def editable_by(user: Person, model: type[Model]) -> QuerySet[Any]:
    """Rows that the person may change or delete. A row that is about to be made must end up in here as well."""
    rows = model._default_manager.all()
    register = _register(model)
    if _is_superuser(user):
        return rows
    held = roles_of(user)
    if not held & EDITED_EVERYWHERE.get(register, frozenset()):
        rows = rows.filter(_in_districts_of(user, EDITED_IN_DISTRICT, register))
    if model is Membership:
        # Nobody grants anything to themselves, or takes anything from themselves to slip out of the separation.
        rows = rows.filter(role__in=grantable_roles(held=held, is_superuser=False)).exclude(user_id=user.pk)
    return rows


def can_view_register(user: Person, model: type[Model]) -> bool:
    """Whether the register appears in the person's menu at all."""
    readers = READ_EVERYWHERE[_register(model)] | READ_IN_DISTRICT.get(_register(model), frozenset())
    return _is_superuser(user) or bool(roles_of(user) & readers)


def can_add_to_register(user: Person, model: type[Model]) -> bool:
    """Whether there is any row that the person might make."""
    editors = EDITED_EVERYWHERE[_register(model)] | EDITED_IN_DISTRICT.get(_register(model), frozenset())
    return _is_superuser(user) or bool(roles_of(user) & editors)


def roles_to_grant(user: Person) -> set[str]:
    """Roles that the person may give to others."""
    return grantable_roles(held=roles_of(user), is_superuser=_is_superuser(user))


def choices_for(user: Person, model: type[Model], register: type[Model]) -> QuerySet[Any]:
    """Rows of ``model`` that the person may refer to while working on ``register``."""
    if model is User:
        return _people_for(user)
    rows = model._default_manager.all()
    if _is_superuser(user) or roles_of(user) & EDITED_EVERYWHERE[_register(register)]:
        return rows
    districts = districts_of(user, EDITED_IN_DISTRICT.get(_register(register), frozenset()))
    paths: dict[type[Model], str | None] = {District: "pk", Unit: "district", UnitCollective: "district", City: None}
    path = paths.get(model)
    return rows.filter(**{f"{path}__in": districts}) if path else rows.none()


def _people_for(user: Person) -> QuerySet[User]:
    """People whom the person may place: in a district, its own people and those who have no place anywhere yet."""
    people = User.objects.filter(is_active=True)
    if _is_superuser(user):
        return people
    people = people.exclude(pk=user.pk or 0)
    if roles_of(user) & EDITED_EVERYWHERE["membership"]:
        return people
    districts = districts_of(user, EDITED_IN_DISTRICT["membership"])
    elsewhere = Membership.objects.exclude(Q(unit__district__in=districts) | Q(district__in=districts))
    return people.filter(is_superuser=False).exclude(pk__in=elsewhere.values("user_id"))


def _in_districts_of(user: Person, roles: dict[str, frozenset[str]], register: str) -> Q:
    path, allowed = DISTRICT_PATH.get(register), roles.get(register)
    if path is None or not allowed:
        return Q(pk__in=[])
    return Q(**{f"{path}__in": districts_of(user, allowed)})


def _register(model: type[Model]) -> str:
    return str(model._meta.model_name)


def _is_superuser(user: Person) -> bool:
    return bool(user.is_active and user.is_superuser)
