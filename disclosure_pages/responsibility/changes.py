"""What applying a table would do, as plain data that can be printed, shown and stored."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from .matching import Rename
from .table import PathKey


class ColumnAct(StrEnum):
    """What happens to a column. *Move* is a new place among its siblings or a new parent; *mend* restores what was
    changed behind our back: a column that is not live, or an address that does not follow from its place."""

    CREATE = "create"
    RENAME = "rename"
    MOVE = "move"
    RENUMBER = "renumber"
    ANNOTATE = "annotate"
    RETIRE = "retire"
    REVIVE = "revive"
    MEND = "mend"


class SectionAct(StrEnum):
    """What happens to a section."""

    CREATE = "create"
    MOVE = "move"
    CLOSE = "close"
    REOPEN = "reopen"
    MEND = "mend"


class GrantAct(StrEnum):
    """What happens to a grant."""

    ADD = "add"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class ColumnChange:
    """``path`` holds the titles after the change; ``before`` and ``after`` say what differs, in words of the table."""

    act: ColumnAct
    path: tuple[str, ...]
    page: int | None = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class SectionChange:
    """``unit`` is the unit's code; ``name`` its name, for people."""

    act: SectionAct
    path: tuple[str, ...]
    unit: str
    name: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class GrantChange:
    """A grant of ``group`` on a page or (``is_media``) collection; the group is that of ``role`` in ``unit`` (name:
    ``holder``), or a strange one. To add: the section is that of ``unit`` in ``path``. To remove: ``row`` is the key of
    the row, ``place`` says where it is, and ``path`` is given when it goes only because its own section closes."""

    act: GrantAct
    group: str
    is_media: bool
    codename: str
    path: tuple[str, ...] = ()
    unit: str = ""
    role: str = ""
    holder: str = ""
    row: int | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """All changes; ``pairs`` says which existing page each wanted column is; ``proposals`` wait for a person."""

    columns: tuple[ColumnChange, ...] = ()
    sections: tuple[SectionChange, ...] = ()
    grants: tuple[GrantChange, ...] = ()
    proposals: tuple[Rename, ...] = ()
    pairs: dict[PathKey, int] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether applying would change nothing."""
        return not (self.columns or self.sections or self.grants)

    @property
    def has_moves(self) -> bool:
        """Whether a page may get another parent; a column that only changes places among its siblings counts too."""
        columns = any(change.act is ColumnAct.MOVE for change in self.columns)
        return columns or any(change.act is SectionAct.MOVE for change in self.sections)

    def counts(self) -> dict[str, int]:
        """How many changes of each kind, as ``columns.create`` → 48; kinds that do not occur are left out."""
        kinds = (
            *((f"columns.{change.act}") for change in self.columns),
            *((f"sections.{change.act}") for change in self.sections),
            *((f"grants.{change.act}") for change in self.grants),
        )
        return dict(Counter(kinds))

    def as_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {
            "counts": self.counts(),
            "columns": _rows(self.columns),
            "sections": _rows(self.sections),
            "grants": _rows(self.grants),
            "renames_to_confirm": [{"old": list(r.old), "new": list(r.new), "label": r.label} for r in self.proposals],
        }

    def fingerprint(self) -> str:
        """Changes when anything in the plan does: what a person confirmed is what is applied."""
        return hashlib.sha256(json.dumps(self.as_json(), sort_keys=True, default=str).encode()).hexdigest()


def _rows(changes: Iterable[ColumnChange | SectionChange | GrantChange]) -> list[dict[str, Any]]:
    return [asdict(change) for change in changes]
