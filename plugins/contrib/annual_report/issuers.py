"""Whose documents part two counts: those of the district's own organs, each once, for the one that issued it first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable

from django.db.models import Q, QuerySet

from plugins.api import District, FigureScope, LegalRecord, Unit


def issued_in(scope: FigureScope) -> Q:
    """Records of documents that the scope reports on.

    A document is of its issuing unit, else of the organ that its issuer names; joint issuers beside the first one do
    not count it again. What the district's government issued is of the unit that keeps it in the library. Documents of
    others, as of the state, the province, the city or another district, are of nobody here.
    """
    units = list(Unit.objects.of_district(scope.district).prefetch_related("aliases"))
    first, last = dt.date(scope.year, 1, 1), dt.date(scope.year, 12, 31)
    there = set(Unit.objects.of_district(scope.district).active_between(first, last).values_list("pk", flat=True))
    if scope.unit is not None:
        return _of_units(scope.district, units, there, {scope.unit.pk})
    everything = _of_units(scope.district, units, there, {unit.pk for unit in units}) | _of_government(scope.district)
    if not scope.is_remainder:
        return everything
    reported: QuerySet[LegalRecord] = LegalRecord.objects.filter(_of_units(scope.district, units, there, there))
    return everything & ~Q(pk__in=reported.values("pk"))


def _of_units(district: District, units: Iterable[Unit], there: Collection[int], wanted: Collection[int]) -> Q:
    """Of units with the keys ``wanted``; for a unit that was gone before the year (not ``there``) its successor."""
    successor = {one.pk: one.merged_into_id if one.pk not in there else None for one in units}
    heirs = {one.pk: successor[one.pk] or one.pk for one in units}
    named: dict[str, int] = {}
    for one in sorted(units, key=lambda unit: unit.pk not in there):
        for name in own_names(one, district):
            named.setdefault(name, heirs[one.pk])
    for one in units:
        for alias in one.aliases.all():
            named.setdefault(alias.name, heirs[one.pk])
    issued = Q(page__issuing_unit__in=[key for key, heir in heirs.items() if {key, heir} & set(wanted)])
    printed = Q(page__issuing_unit=None, issuer__in=[name for name, key in named.items() if key in wanted])
    return issued | printed | (_of_government(district) & Q(unit__in=wanted))


def _of_government(district: District) -> Q:
    return Q(page__issuing_unit=None, issuer__in=_government_names(district))


def own_names(unit: Unit, district: District) -> Iterable[str]:
    """As the register writes it, and as documents print it: 区教育局, 甲区教育局, 样例市甲区教育局."""
    short = unit.name.removeprefix(district.name[-1:])
    printed = f"{district.name}{short}"
    return filter(None, (unit.name, unit.full_name, printed, f"{district.city.name}{printed}"))


def _government_names(district: District) -> list[str]:
    names = {district.government_name, f"{district.name}人民政府", f"{district.city.name}{district.name}人民政府"}
    return [form for name in names if name for form in (name, f"{name}办公室")]
