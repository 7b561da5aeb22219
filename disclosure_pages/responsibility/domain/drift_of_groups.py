"""Differences in the units' groups: who is in them, and permissions that they hold beside the table's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.contrib.auth.models import Group
from django.utils.translation import gettext as _

from cms.people.models import Membership, User
from cms.tenancy.models import District
from disclosure_pages.responsibility.differences import Difference
from disclosure_pages.responsibility.grants import ROLES

from .state import unit_group_names


def group_differences(*, district: District, on: dt.date) -> Iterator[Difference]:
    """People in a group without a membership valid on ``on``, people missing from one, permissions of the group."""
    names = unit_group_names(district)
    yield from _members(district, names, on)
    strange = Group.objects.filter(name__in=names, permissions__isnull=False)
    for group, codename in strange.values_list("name", "permissions__codename"):
        yield Difference(
            code="group-permission-foreign",
            subject=f"{group} · {codename}",
            message=_("The group %(group)s holds the permission %(permission)s everywhere.")
            % {"group": group, "permission": codename},
            remedy=_("Take it away: a unit's group has rights in its sections only."),
        )


def _members(district: District, names: dict[str, tuple[str, str]], on: dt.date) -> Iterator[Difference]:
    """Whoever was not yet seen today is put into the right groups by the first request, so only those who were
    seen can be missing from one."""
    held = set(User.groups.through.objects.filter(group__name__in=names).values_list("user_id", "group__name"))
    group_of = {place: name for name, place in names.items()}
    valid = Membership.objects.valid(on=on).with_role(*ROLES).filter(unit__district=district)
    due = {(user, group_of[unit, role]) for user, unit, role in valid.values_list("user_id", "unit__code", "role")}
    people = User.objects.in_bulk({user for user, _group in held ^ due})
    for user, group in sorted(held - due):
        yield Difference(
            code="member-unjustified",
            subject=f"{people[user].get_username()} · {group}",
            message=_("%(person)s is in the group %(group)s without a membership that is valid today.")
            % {"person": people[user], "group": group},
            remedy=_("Add the membership, or take the person out of the group."),
        )
    for user, group in sorted(due - held):
        if people[user].rights_synced_on == on:
            yield Difference(
                code="member-missing",
                subject=f"{people[user].get_username()} · {group}",
                message=_("%(person)s has a membership but is not in the group %(group)s.")
                % {"person": people[user], "group": group},
                remedy=_("Save the membership again; that works out the person's groups."),
            )
