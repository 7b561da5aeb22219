"""What a step tells: lines for people, values for programs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Report:
    """``lines`` are printed without ``--json``, ``values`` with it. A failure ends with exit status 1."""

    lines: list[str] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    is_failure: bool = False

    def add(self, lines: Iterable[str], **values: Any) -> None:
        """Add to both."""
        self.lines += lines
        self.values |= values


class Refused(Exception):
    """The step cannot be done; the message says what to do about it."""


def failure(message: str, remedy: str = "") -> Report:
    """The report of a step that could not be done at all."""
    report = Report(is_failure=True)
    report.add([message, *([f"    → {remedy}"] if remedy else [])], error=message, remedy=remedy)
    return report
