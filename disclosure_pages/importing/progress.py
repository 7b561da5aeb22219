"""How far an import is."""

from __future__ import annotations

from dataclasses import dataclass

from .enums import RowState
from .models import ImportBatch


@dataclass(frozen=True, slots=True)
class Progress:
    """``states`` are (value, name, number) of the states that rows are in."""

    states: tuple[tuple[str, str, int], ...]

    @property
    def total(self) -> int:
        return sum(number for _value, _name, number in self.states)

    @property
    def waiting(self) -> int:
        return next((number for value, _name, number in self.states if value == RowState.WAITING), 0)

    @property
    def settled(self) -> int:
        """Rows of which it is known what became of them."""
        return self.total - self.waiting


def progress_of(batch: ImportBatch) -> Progress:
    """One query."""
    counts = batch.counts()
    return Progress(tuple((state, str(RowState(state).label), number) for state, number in counts.items()))
