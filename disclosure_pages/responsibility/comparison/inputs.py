"""What a comparison needs beside the table and the rows of the database."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field

from disclosure_pages.responsibility.table import PathKey


@dataclass(frozen=True, slots=True)
class Naming:
    """Names for people and groups: unit code → name, and (unit code, role) → name of the group."""

    units: Mapping[str, str]
    groups: Mapping[tuple[str, str], str]

    def unit(self, code: str) -> str:
        return self.units.get(code, code)


@dataclass(frozen=True, slots=True)
class Memory:
    """What the last applied table called its columns, and which page each of their sections is."""

    columns: Mapping[PathKey, uuid.UUID] = field(default_factory=dict)
    sections: Mapping[tuple[uuid.UUID, str], int] = field(default_factory=dict)
