"""Switching plug-ins on and off: acts with a check, a row and a line in the audit log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.people.domain.roles import districts_of, roles_of
from cms.people.enums import Role
from plugins.discovery import Installed, discovered
from plugins.manifest import Level
from plugins.models import Activation
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
    for one in discovered().installed:
        if one.manifest.name == name:
            return one
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

    Raises :class:`CannotSwitch` when it is not installed, or is switched at another level. Who may do so is asked
    before (:func:`may_switch`).
    """
    return _switch(name, is_on=False, district=district, user=user)


def _switch(name: str, *, is_on: bool, district: District | None, user: User | None) -> bool:
    manifest = installed_plugin(name).manifest
    if manifest.level is Level.DISTRICT and district is None:
        raise CannotSwitch(_("“%(name)s” is switched for each district: name one.") % {"name": manifest.title})
    if manifest.level is Level.INSTALLATION and district is not None:
        raise CannotSwitch(
            _("“%(name)s” is switched for the whole installation: name no district.") % {"name": manifest.title}
        )
    with transaction.atomic():
        row = Activation.objects.select_for_update().filter(plugin=name, district=district).first()
        if (row.is_on if row else False) == is_on:
            return False
        row = row or Activation(plugin=name, district=district)
        row.title, row.is_on, row.changed_by = str(manifest.title), is_on, user
        row.save()
        log(row, ENABLE if is_on else DISABLE, user=user, data={"district": district.slug if district else ""})
        plugin_switched.send(sender=Activation, plugin=name, district=district, is_on=is_on)
    return True
