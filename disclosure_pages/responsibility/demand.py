"""What a table demands of the tree, with collectives expanded to the members they have today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .register import Register
from .table import ParsedColumn, PathKey


@dataclass(frozen=True, slots=True)
class WantedColumn:
    """A column as it should be; ``units`` are the codes of all units that should have a section in it."""

    path: tuple[str, ...]
    key: PathKey
    numbering: str
    position: int
    note: str
    units: frozenset[str]

    @property
    def title(self) -> str:
        return self.path[-1]

    @property
    def parent(self) -> PathKey:
        return self.key[:-1]


def expand(columns: Iterable[ParsedColumn], register: Register) -> list[WantedColumn]:
    """Columns in preorder with their units of the day.

    A unit that was merged gives way to its active successor, so that a table written before a reorganisation keeps
    its meaning; a unit that is gone without one gives way to nobody.
    """
    return [
        WantedColumn(
            path=column.path,
            key=column.key,
            numbering=column.numbering,
            position=column.position,
            note=column.note,
            units=units_of(column, register),
        )
        for column in columns
    ]


def units_of(column: ParsedColumn, register: Register) -> frozenset[str]:
    """Codes of the active units that are responsible for ``column``."""
    named = {register.active_code(code) for code in column.units}
    entries = (register.collective_named(name) for name in column.collectives)
    members = {code for entry in entries if entry for code in entry.member_codes}
    return frozenset((named | members) - {""})
