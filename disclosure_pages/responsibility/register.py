"""The names that a district's table may use, as pure data: units, their aliases, collectives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .suggestions import nearest_names
from .titles import identity


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """A unit; ``successor`` is the code of the active unit that it was merged into, when it is no longer active."""

    code: str
    name: str
    is_active: bool = True
    successor: str = ""


@dataclass(frozen=True, slots=True)
class CollectiveEntry:
    """A collective and the codes of its members that are active."""

    name: str
    member_codes: frozenset[str]


@dataclass(frozen=True)
class Register:
    """Everything that can be named, keyed by identity (NFKC, no white space).

    ``names`` maps a unit's name or alias to the codes it may mean: two codes are an ambiguous alias.
    """

    units: Mapping[str, UnitEntry]
    names: Mapping[str, frozenset[str]]
    collectives: Mapping[str, CollectiveEntry]
    display_names: tuple[str, ...] = field(default=())

    def units_named(self, name: str) -> list[UnitEntry]:
        """Units that ``name`` may mean. An active one beats those that are gone: a name can be used again."""
        found = [self.units[code] for code in sorted(self.names.get(identity(name), ()))]
        return [unit for unit in found if unit.is_active] or found

    def collective_named(self, name: str) -> CollectiveEntry | None:
        """The collective called ``name``, if there is one."""
        return self.collectives.get(identity(name))

    def active_code(self, code: str) -> str:
        """``code`` while its unit is active, else that of its successor; empty when there is none."""
        unit = self.units.get(code)
        if unit is None:
            return ""
        return unit.code if unit.is_active else unit.successor

    def is_unit(self, name: str) -> bool:
        return identity(name) in self.names

    def is_collective(self, name: str) -> bool:
        return identity(name) in self.collectives

    def nearest(self, name: str) -> list[str]:
        """Names that the author may have meant, nearest first, each as the register writes it."""
        return nearest_names(identity(name), self.display_names)


def build_register(
    *, units: Iterable[UnitEntry], aliases: Iterable[tuple[str, str]], collectives: Iterable[CollectiveEntry]
) -> Register:
    """Index a register; ``aliases`` are pairs of an alias and the code of its unit.

    Only active units and collectives are ever proposed; an alias proposes itself, as the author may well mean it.
    """
    by_code = {unit.code: unit for unit in units}
    pairs = [*((unit.name, unit.code) for unit in by_code.values()), *((a, c) for a, c in aliases if c in by_code)]
    names: dict[str, set[str]] = {}
    for name, code in pairs:
        names.setdefault(identity(name), set()).add(code)
    sets = {identity(collective.name): collective for collective in collectives}
    shown = {name for name, code in pairs if by_code[code].is_active} | {entry.name for entry in sets.values()}
    return Register(
        units=by_code,
        names={name: frozenset(codes) for name, codes in names.items()},
        collectives=sets,
        display_names=tuple(sorted(shown)),
    )
