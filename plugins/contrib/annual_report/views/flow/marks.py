"""Which cells are marked on the screen, and where each sentence leads."""

from __future__ import annotations

from plugins.contrib.annual_report.structure import Failure, Key

from .typed import Typed, name_of

#: Failures whose other side stands in another report.
ELSEWHERE = frozenset({"carried", "rolled-up"})


def wrong_cells(typed: Typed, failures: list[Failure]) -> set[Key]:
    """Both sides of each failure that stand in this report, and cells that cannot be read."""
    elsewhere = [key for one in failures if one.code not in ELSEWHERE for key in one.others]
    return {one.cell for one in failures} | set(elsewhere) | set(typed.errors)


def findings_shown(typed: Typed, failures: list[Failure]) -> list[tuple[str, str]]:
    """Where each failure stands, and its sentence; first what cannot be read."""
    unread = [(name_of(key), sentence) for key, sentence in typed.errors.items()]
    return [*unread, *((name_of(one.cell), one.sentence) for one in failures)]
