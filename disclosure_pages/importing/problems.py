"""What is wrong with one document of an import, where, and how to mend it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from .listing.headings import column_name


@dataclass(frozen=True, slots=True)
class Problem:
    """``field`` is the key of the column or field, empty when the whole row is meant; ``code`` is stable."""

    field: str
    code: str
    message: str
    remedy: str

    @property
    def column(self) -> str:
        """The heading of the column, as the author of a list knows it."""
        return column_name(self.field) if self.field else ""

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "column": self.column}
