"""Where pages are: titles of their columns from the broadest, their district and their units with every name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import accumulate

from cms.tenancy.models import Unit, UnitAlias
from disclosure_pages.tree.models import Column

#: Between the titles of a path of columns: a facet's value is the path to the level that it counts.
PATH_SEPARATOR = " / "


@dataclass(frozen=True, slots=True)
class UnitNames:
    """A unit as a facet's value, and everything that it is called."""

    value: str
    district: str
    name: str
    full_name: str
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name once, the usual one first."""
        return tuple(dict.fromkeys(filter(None, [self.name, self.full_name, *self.aliases])))


@dataclass(frozen=True, slots=True)
class Places:
    """Columns and units of a chunk of pages, by their keys."""

    columns: dict[int, tuple[str, ...]]
    units: dict[int, UnitNames]


def places_of(*, columns: Collection[int], units: Collection[int]) -> Places:
    """Four queries, whatever the number of columns and units."""
    return Places(_column_paths(columns), units_by_key(units))


def column_value(titles: Iterable[str]) -> str:
    """The facet's value of the column at the end of ``titles``."""
    return PATH_SEPARATOR.join(titles)


def _column_paths(keys: Collection[int]) -> dict[int, tuple[str, ...]]:
    paths = dict(Column.objects.filter(pk__in=keys).values_list("pk", "path"))
    above = {path[:end] for path in paths.values() for end in range(Column.steplen, len(path) + 1, Column.steplen)}
    titles = dict(Column.objects.filter(path__in=above).values_list("path", "title"))
    return {key: _titles(path, titles) for key, path in paths.items()}


def _titles(path: str, titles: dict[str, str]) -> tuple[str, ...]:
    steps = [path[start : start + Column.steplen] for start in range(0, len(path), Column.steplen)]
    return tuple(titles[prefix] for prefix in accumulate(steps) if prefix in titles)


def units_by_key(keys: Collection[int]) -> dict[int, UnitNames]:
    """Names of the units ``keys``: two queries."""
    aliases: dict[int, list[str]] = defaultdict(list)
    for unit, name in UnitAlias.objects.filter(unit__in=keys).order_by("pk").values_list("unit", "name"):
        aliases[unit].append(name)
    rows = Unit.objects.filter(pk__in=keys).values_list("pk", "code", "name", "full_name", "district__slug")
    return {
        key: UnitNames(f"{district}/{code}", district, name, full_name, tuple(aliases[key]))
        for key, code, name, full_name, district in rows
    }
