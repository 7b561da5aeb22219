"""In which districts somebody works, by role, and where a plug-in is on for them: asked once a request."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from django.db.models.functions import Coalesce
from django.http import HttpRequest

from cms.people.domain.roles import memberships_of
from cms.tenancy.models import District
from plugins.activation import active_everywhere

_ROLES, _ACTIVE = "_gongkai_districts_by_role", "_gongkai_active_districts"


def districts_by_role(request: HttpRequest) -> Mapping[str, frozenset[int]]:
    """Keys of the districts in which the person holds each role: in a unit, there, through the city, or everywhere."""
    found: Mapping[str, frozenset[int]] | None = getattr(request, _ROLES, None)
    if found is None:
        found = _districts_by_role(request)
        setattr(request, _ROLES, found)
    return found


def plugin_districts(request: HttpRequest, plugin: str, *, roles: Collection[str] | None = None) -> frozenset[int]:
    """Keys of the districts where ``plugin`` is on and the person holds one of ``roles`` (``None``: any)."""
    worked_in = districts_by_role(request)
    here = frozenset[int]().union(*(keys for role, keys in worked_in.items() if roles is None or role in roles))
    active = _active(request, plugin)
    return here if active is None else here & active


def _active(request: HttpRequest, plugin: str) -> frozenset[int] | None:
    known: Mapping[str, frozenset[int] | None] | None = getattr(request, _ACTIVE, None)
    if known is None:
        known = active_everywhere()
        setattr(request, _ACTIVE, known)
    return known.get(plugin, frozenset())


def _districts_by_role(request: HttpRequest) -> Mapping[str, frozenset[int]]:
    held = memberships_of(request.user).values_list("role", Coalesce("district_id", "unit__district_id"), "city_id")
    found: dict[str, set[int]] = defaultdict(set)
    cities = None
    for role, district, city in held:
        if district is not None:
            found[role].add(district)
            continue
        cities = cities if cities is not None else list(District.objects.values_list("pk", "city_id"))
        found[role].update(key for key, its_city in cities if city in (None, its_city))
    return {role: frozenset(keys) for role, keys in found.items()}
