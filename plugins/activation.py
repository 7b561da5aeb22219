"""The one question that every effect of a plug-in passes: is it on here?

Asked of the database once a request and remembered on it: no process can be behind another one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet

from cms.tenancy.models import District

from .discovery import discovered
from .manifest import Level
from .models import Activation

_REMEMBERED = "_gongkai_active_plugins"


def active_plugins(district: int | None, *, request: Any = None) -> frozenset[str]:
    """Names of the plug-ins that are on for the district with the key ``district``, or for no district in particular.

    Those that are not installed, or cannot take part, are never among them, whatever the register says.
    """
    if request is None:
        return _active(district)
    remembered: dict[int | None, frozenset[str]] = request.__dict__.setdefault(_REMEMBERED, {})
    if district not in remembered:
        remembered[district] = _active(district)
    return remembered[district]


def is_active(plugin: str, district: int | None, *, request: Any = None) -> bool:
    """Whether ``plugin`` is on for the district with the key ``district``."""
    return plugin in active_plugins(district, request=request)


def active_in_city(city: int, *, request: Any) -> dict[str, Level]:
    """Plug-ins that are on for the installation, or in one district or more of the city with this key: their levels."""
    kept = {} if request is None else request.__dict__
    remembered: dict[int, dict[str, Level]] = kept.setdefault(f"{_REMEMBERED}_of_city", {})
    if city not in remembered:
        holding = Activation.objects.on().filter(Q(district=None) | Q(district__city=city))
        remembered[city] = {name: _level_of(where) for name, where in _taking_part(holding)}
    return remembered[city]


def active_everywhere() -> dict[str, frozenset[int] | None]:
    """Where each plug-in is on: keys of districts, or ``None`` for everywhere, as one of the installation is."""
    everywhere, districts = set[str](), defaultdict[str, set[int]](set)
    for name, where in _taking_part(Activation.objects.on()):
        if where is None:
            everywhere.add(name)
        else:
            districts[name].add(where)
    return {**{name: frozenset(keys) for name, keys in districts.items()}, **dict.fromkeys(everywhere)}


def active_districts(plugin: str) -> frozenset[int] | None:
    """Keys of the districts where ``plugin`` is on; ``None`` for one of the installation that is on: everywhere."""
    return active_everywhere().get(plugin, frozenset())


def where_active(plugin: str) -> list[District | None]:
    """The districts where ``plugin`` is on, in their order; for one of the installation that is on, ``None`` alone."""
    keys = active_districts(plugin)
    return [None] if keys is None else list(District.objects.filter(pk__in=keys))


def _active(district: int | None) -> frozenset[str]:
    return frozenset(name for name, _where in _taking_part(Activation.objects.on().holding_in(district)))


def _taking_part(holding: QuerySet[Activation]) -> Iterator[tuple[str, int | None]]:
    """Name and district of each row whose plug-in is installed and of the level of the row."""
    levels = {one.manifest.name: one.manifest.level for one in discovered().installed}
    for name, where in holding.values_list("plugin", "district") if levels else ():
        if levels.get(name) is _level_of(where):
            yield name, where


def _level_of(district: int | None) -> Level:
    return Level.INSTALLATION if district is None else Level.DISTRICT
