"""What is wrong with a table, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from .enums import Severity


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding in a table.

    ``row`` is the number that the author sees (sheet row, CSV line, table row of the Word document), ``None`` when the
    whole file is meant; ``column`` is the heading of the cell; ``code`` is a stable slug; ``message`` and ``remedy``
    are in the language that was active when the table was read; ``place`` names the sheet or table of the file.
    """

    row: int | None
    column: str
    code: str
    message: str
    remedy: str
    severity: Severity = Severity.ERROR
    place: str = ""

    def as_json(self) -> dict[str, Any]:
        """The problem as plain JSON values."""
        return {**asdict(self), "severity": self.severity.value}


class UnreadableFile(Exception):
    """The file cannot be read as a table at all; ``problem`` says why, and is the only one."""

    def __init__(self, code: str, message: str, remedy: str, row: int | None = None, place: str = "") -> None:
        super().__init__(message)
        self.problem = Problem(row=row, column="", code=code, message=message, remedy=remedy, place=place)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any problem forbids applying the table."""
    return any(problem.severity is Severity.ERROR for problem in problems)
