"""Switching plug-ins on and off: acts with a check, a row and a line in the audit log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.people.domain.roles import districts_of, roles_of
from cms.people.enums import Role
from plugins.discovery import Installed, discovered
from plugins.gates import HOOK as GATE
from plugins.manifest import Level, Manifest
from plugins.models import Activation
from plugins.registry import implements
from plugins.signals import plugin_switched

if TYPE_CHECKING:
    from cms.people.models import User
    from cms.tenancy.models import District

ENABLE, DISABLE = ACTIONS = ("gongkai.plugin.enable", "gongkai.plugin.disable")
SWITCHING_ROLES = (Role.DISCLOSURE_OFFICE, Role.SYSTEM_ADMINISTRATOR)


class CannotSwitch(Exception):
    """The plug-in cannot be switched there; the message says why and what to do."""


def installed_plugin(name: str) -> Installed:
    """The plug-in called ``name``; raises :class:`CannotSwitch` when it is not installed, or cannot take part."""
    found = discovered().named(name)
    if found is not None:
        return found
    for rejected in discovered().rejected:
        if rejected.name == name:
            raise CannotSwitch(
                _("The plug-in “%(name)s” cannot take part: %(why)s")
                % {"name": name, "why": " ".join(rejected.details)}
            )
    raise CannotSwitch(
        _("No plug-in is called “%(name)s”. Install its package, and look at “manage.py plugins list”.")
        % {"name": name}
    )


def may_switch(*, user: User, district: District | None) -> bool:
    """Whether ``user`` decides about plug-ins there: a district's disclosure office, or a system administrator."""
    if district is None:
        return Role.SYSTEM_ADMINISTRATOR in roles_of(user)
    return districts_of(user, SWITCHING_ROLES).filter(pk=district.pk).exists()


def enable(name: str, *, district: District | None, user: User | None) -> bool:
    """Switch the plug-in on for ``district``, or for the installation; ``False`` if it was on. See :func:`disable`."""
    return _switch(name, is_on=True, district=district, user=user)


def disable(name: str, *, district: District | None, user: User | None) -> bool:
    """Switch it off, and keep its data; ``False`` if it was off. ``user`` is nobody on the command line.

    One that is gone, or broken, is switched off too. Raises :class:`CannotSwitch` when there has never been one of that
    name, or it is switched at another level. Who may do so is asked before (:func:`may_switch`).
    """
    if discovered().named(name) is None:
        return _disable_absent(name, district=district, user=user)
    return _switch(name, is_on=False, district=district, user=user)


def _disable_absent(name: str, *, district: District | None, user: User | None) -> bool:
    with transaction.atomic():
        row = _row(name, district)
        if row is None:
            installed_plugin(name)  # says why there is none
        elif row.is_on:
            row.is_on, row.guards, row.changed_by = False, False, user
            row.save()
            _tell(row, user=user)
            return True
    return False


def _switch(name: str, *, is_on: bool, district: District | None, user: User | None) -> bool:
    manifest = installed_plugin(name).manifest
    _check_level(manifest, district)
    with transaction.atomic():
        row = _row(name, district)
        if (row.is_on if row else False) == is_on:
            return False
        row = row or Activation(plugin=name, district=district)
        row.title, row.is_on, row.changed_by = str(manifest.title), is_on, user
        row.guards = is_on and implements(name, GATE)
        row.save()
        _tell(row, user=user)
    return True


def _check_level(manifest: Manifest, district: District | None) -> None:
    if manifest.level is Level.DISTRICT and district is None:
        raise CannotSwitch(_("“%(name)s” is switched for each district: name one.") % {"name": manifest.title})
    if manifest.level is Level.INSTALLATION and district is not None:
        raise CannotSwitch(
            _("“%(name)s” is switched for the whole installation: name no district.") % {"name": manifest.title}
        )


def _row(name: str, district: District | None) -> Activation | None:
    # By the key: the usual order looks at the district, which PostgreSQL cannot lock where there is none.
    return Activation.objects.select_for_update().filter(plugin=name, district=district).order_by("pk").first()


def _tell(row: Activation, *, user: User | None) -> None:
    district = row.district
    log(row, ENABLE if row.is_on else DISABLE, user=user, data={"district": district.slug if district else ""})
    plugin_switched.send(sender=Activation, plugin=row.plugin, district=district, is_on=row.is_on)
