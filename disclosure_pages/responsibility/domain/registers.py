"""The names of a district, read from the registers of the tenancy layer."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping

from cms.tenancy.models import CollectiveMember, District, Unit, UnitAlias, UnitCollective
from disclosure_pages.responsibility.register import CollectiveEntry, Register, UnitEntry, build_register


def register_of(*, district: District, on: dt.date) -> Register:
    """Everything that a table of ``district`` may name on the day ``on`` (Asia/Shanghai). Four queries."""
    units = {unit.pk: unit for unit in Unit.objects.of_district(district)}
    aliases = UnitAlias.objects.filter(unit__district=district).values_list("name", "unit_id")
    return build_register(
        units=[_entry(unit, units, on) for unit in units.values()],
        aliases=[(name, units[key].code) for name, key in aliases],
        collectives=_collectives(district, units, on),
    )


def _entry(unit: Unit, units: Mapping[int, Unit], on: dt.date) -> UnitEntry:
    successor = _successor(unit, units, on)
    return UnitEntry(
        code=unit.code,
        name=unit.name,
        is_active=unit.is_active(on=on),
        successor=successor.code if successor else "",
    )


def _successor(unit: Unit, units: Mapping[int, Unit], on: dt.date) -> Unit | None:
    """The active unit at the end of the chain of mergers; a chain that bites its tail has none."""
    seen = {unit.pk}
    current = units.get(unit.merged_into_id or 0)
    while current is not None and not current.is_active(on=on) and current.pk not in seen:
        seen.add(current.pk)
        current = units.get(current.merged_into_id or 0)
    return current if current is not None and current.is_active(on=on) else None


def _collectives(district: District, units: Mapping[int, Unit], on: dt.date) -> list[CollectiveEntry]:
    members: dict[int, set[str]] = defaultdict(set)
    places = CollectiveMember.objects.filter(collective__district=district).values_list("collective_id", "unit_id")
    for collective, key in places:
        unit = units.get(key)
        member = unit if unit and unit.is_active(on=on) else unit and _successor(unit, units, on)
        if member:
            members[collective].add(member.code)
    named = UnitCollective.objects.filter(district=district).values_list("pk", "name")
    return [CollectiveEntry(name=name, member_codes=frozenset(members[pk])) for pk, name in named]
