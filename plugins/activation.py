"""The one question that every effect of a plug-in passes: is it on here?

Asked of the database once a request and remembered on it: no process can be behind another one.
"""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpRequest

from .discovery import Discovery, discovered
from .manifest import Level
from .models import Activation

_LEVEL_OF = {True: Level.INSTALLATION, False: Level.DISTRICT}
_REMEMBERED = "_gongkai_active_plugins"


def active_plugins(district: int | None, *, request: HttpRequest | None = None) -> frozenset[str]:
    """Names of the plug-ins that are on for the district with the key ``district``, or for no district in particular.

    Those that are not installed, or cannot take part, are never among them, whatever the register says.
    """
    if request is None:
        return _active(district, discovered())
    remembered: dict[int | None, frozenset[str]] = request.__dict__.setdefault(_REMEMBERED, {})
    if district not in remembered:
        remembered[district] = _active(district, discovered())
    return remembered[district]


def is_active(plugin: str, district: int | None, *, request: HttpRequest | None = None) -> bool:
    """Whether ``plugin`` is on for the district with the key ``district``."""
    return plugin in active_plugins(district, request=request)


def _active(district: int | None, discovery: Discovery) -> frozenset[str]:
    levels = {one.manifest.name: one.manifest.level for one in discovery.installed}
    if not levels:
        return frozenset()
    rows = Activation.objects.on().holding_in(district).annotate(everywhere=Q(district=None))
    found = rows.values_list("plugin", "everywhere")
    return frozenset(name for name, everywhere in found if levels.get(name) is _LEVEL_OF[everywhere])
