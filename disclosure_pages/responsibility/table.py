"""A table that was read: columns in the author's order and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Self

from .problems import Problem, has_errors
from .titles import key_of_path

PathKey = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ParsedColumn:
    """A column that the table asks for.

    ``path`` holds titles without numbering, first level first; ``position`` counts from 1 among the siblings; ``row``
    is ``None`` for a column that only groups others; ``units`` are codes of units named in the row itself and
    ``collectives`` names of collectives, which are expanded when the table is compared with the register of the day.
    """

    path: tuple[str, ...]
    numbering: str
    position: int
    note: str = ""
    row: int | None = None
    units: tuple[str, ...] = ()
    collectives: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return self.path[-1]

    @property
    def key(self) -> PathKey:
        """Identity of the column within its district."""
        return key_of_path(self.path)

    def as_json(self) -> dict[str, Any]:
        """Plain JSON values, from which :meth:`from_json` makes an equal column."""
        return {
            "path": list(self.path),
            "numbering": self.numbering,
            "position": self.position,
            "note": self.note,
            "row": self.row,
            "units": list(self.units),
            "collectives": list(self.collectives),
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """The column that :meth:`as_json` described; other keys are passed over."""
        known: dict[str, Any] = {part.name: values[part.name] for part in fields(cls)}
        known |= {name: tuple(value) for name, value in known.items() if isinstance(value, list)}
        return cls(**known)


@dataclass(frozen=True, slots=True)
class ParsedTable:
    """Columns in preorder and all problems; ``rows`` counts the rows with content below the headings."""

    columns: tuple[ParsedColumn, ...] = ()
    problems: tuple[Problem, ...] = ()
    rows: int = 0

    @property
    def is_applicable(self) -> bool:
        """Whether no problem forbids applying the table."""
        return not has_errors(self.problems)
