"""Groups: Wagtail grants rights on pages and collections to groups, and memberships decide who is in them.

A group is never filled by hand. ``sync_rights`` makes a person's groups follow the memberships of the day.
"""

from __future__ import annotations

import datetime as dt

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils import timezone

from cms.people.models import Membership, User
from cms.tenancy.models import Unit

PREFIX = "gongkai:"
STAFF_GROUP = f"{PREFIX}staff"


def unit_group_name(*, unit: Unit, role: str) -> str:
    """Name of the group of ``role`` in ``unit``; it rests on the unit's code, so a rename leaves it alone."""
    return f"{PREFIX}unit:{unit.district.slug}:{unit.code}:{role}"


def role_group_name(*, role: str) -> str:
    """Name of the group that carries the model permissions of a role, wherever it is held."""
    return f"{PREFIX}role:{role}"


def unit_group(*, unit: Unit, role: str) -> Group:
    """The group of ``role`` in ``unit``, made when it is not there yet."""
    return Group.objects.get_or_create(name=unit_group_name(unit=unit, role=role))[0]


def staff_group() -> Group:
    """The group that may enter the admin at all."""
    group, created = Group.objects.get_or_create(name=STAFF_GROUP)
    if created:
        group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
    return group


def groups_for(memberships: list[Membership]) -> set[Group]:
    """Every group that these memberships put a person into."""
    if not memberships:
        return set()
    groups = {staff_group()}
    for membership in memberships:
        groups.add(Group.objects.get_or_create(name=role_group_name(role=membership.role))[0])
        if membership.unit is not None:
            groups.add(unit_group(unit=membership.unit, role=membership.role))
    return groups


@transaction.atomic
def sync_rights(*, user: User, on: dt.date | None = None) -> bool:
    """Make the person's groups follow the memberships valid on ``on`` (default: today in Asia/Shanghai).

    Only groups of this project are touched. Returns whether anything changed.
    """
    day = on or timezone.localdate()
    memberships = Membership.objects.filter(user=user).valid(on=day).select_related("unit__district")
    wanted = {group.pk for group in groups_for(list(memberships))}
    held = set(user.groups.filter(name__startswith=PREFIX).values_list("pk", flat=True))
    if held != wanted:
        user.groups.remove(*(held - wanted))
        user.groups.add(*(wanted - held))
    User.objects.filter(pk=user.pk).update(rights_synced_on=day)
    user.rights_synced_on = day
    return held != wanted
