"""What became of a file."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.api import Problem, has_errors
from plugins.contrib.item_catalogue.structure import Sheet


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """The catalogues of a file in its order, and every problem on the way."""

    sheets: tuple[Sheet, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def is_applicable(self) -> bool:
        """Whether there is something to import and no problem forbids it."""
        return bool(self.sheets) and not has_errors(self.problems)
