"""Refusals of this plug-in; each carries a message for the person who acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .structure import Failure


class ReportRefused(Exception):
    """This cannot be done now; the message says why and what to do."""


class ReportIncomplete(ReportRefused):
    """What does not add up, cell by cell, in ``failures``."""

    def __init__(self, message: str, failures: Sequence[Failure]) -> None:
        super().__init__(message)
        self.failures = failures
