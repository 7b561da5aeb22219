"""What an import would do, row by row."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import asdict, dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from cms.registers.sheets import SheetProblem


class Outcome(TextChoices):
    """What becomes of a row."""

    NEW = "new", _("New")
    CHANGED = "changed", _("Changed")
    UNCHANGED = "unchanged", _("Unchanged")
    ERROR = "error", _("Error")


@dataclass(frozen=True)
class CellChange:
    """One cell: what the register says now and what the file says."""

    heading: str
    before: str
    after: str


@dataclass(frozen=True)
class PlannedRow:
    """One row of the file; ``number`` counts as the spreadsheet does."""

    number: int
    outcome: Outcome
    label: str
    changes: tuple[CellChange, ...] = ()
    problems: tuple[SheetProblem, ...] = ()


@dataclass(frozen=True)
class ImportPlan:
    """All rows. The plan is applied as a whole or not at all."""

    rows: tuple[PlannedRow, ...]

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many rows have each outcome, in the order of the enumeration."""
        found = Counter(row.outcome for row in self.rows)
        return {outcome: found[outcome] for outcome in Outcome}

    @property
    def problems(self) -> list[SheetProblem]:
        """Every problem of every row, in order."""
        return [problem for row in self.rows for problem in row.problems]

    @property
    def has_errors(self) -> bool:
        """Whether nothing may be applied."""
        return bool(self.counts[Outcome.ERROR])

    @property
    def changes_anything(self) -> bool:
        """Whether applying would write at all."""
        return any(row.outcome in (Outcome.NEW, Outcome.CHANGED) for row in self.rows)

    @property
    def digest(self) -> str:
        """A fingerprint, so that what is applied is what was shown."""
        content = json.dumps([asdict(row) for row in self.rows], ensure_ascii=False, sort_keys=True, default=str)
        return hashlib.sha256(content.encode()).hexdigest()
