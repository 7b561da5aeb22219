"""Why something is not imported."""

from __future__ import annotations


class ImportRefused(Exception):
    """The whole import is not possible; the message says why, ``remedy`` what to do."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy
