"""Which cells are marked on the screen, and where each sentence leads."""

from __future__ import annotations

from typing import Any

from plugins.contrib.annual_report.domain.checking import CARRIED, Findings
from plugins.contrib.annual_report.structure import Failure, Key

from .typed import Typed, name_of

#: Failures whose other side stands in another report.
ELSEWHERE = frozenset({"carried", "rolled-up"})


def wrong_cells(typed: Typed, failures: list[Failure]) -> set[Key]:
    """Both sides of each failure that stand in this report, and cells that cannot be read."""
    elsewhere = [key for one in failures if one.code not in ELSEWHERE for key in one.others]
    return {one.cell for one in failures} | set(elsewhere) | set(typed.errors)


def findings_shown(typed: Typed, found: Findings) -> dict[str, Any]:
    """What has to be mended, first what cannot be read, and apart from it what passes with a reason.

    Sentences about a cell come with the name of its field; ``standing`` is the number of what has to be mended.
    """
    unread = [(name_of(key), sentence) for key, sentence in typed.errors.items()]
    wrong = [(name_of(one.cell), one.sentence) for one in found.failures if one.code != CARRIED]
    carried = [(name_of(one.cell), one.sentence) for one in found.failures if one.code == CARRIED]
    passable = [*carried, *(("", sentence) for sentence in found.absent)]
    failures = [*unread, *wrong]
    standing = len(failures) + len(found.missing)
    return {"failures": failures, "missing": found.missing, "passable": passable, "standing": standing}
