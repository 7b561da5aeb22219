"""Compare what a table demands with what is there. Pure: the same rows in give the same plan out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from disclosure_pages.responsibility.changes import Plan
from disclosure_pages.responsibility.demand import WantedColumn
from disclosure_pages.responsibility.matching import Matching, match_columns
from disclosure_pages.responsibility.state import TreeState

from .columns import compare_columns
from .grants import compare_grants
from .inputs import Memory, Naming
from .sections import compare_sections


def compare(
    *,
    wanted: Sequence[WantedColumn],
    state: TreeState,
    naming: Naming,
    memory: Memory,
    confirmed: Iterable[str] = (),
) -> tuple[Plan, Matching]:
    """The plan that makes ``state`` what is ``wanted``, and how the columns were matched."""
    matching = match_columns(wanted=wanted, state=state, known=memory.columns, confirmed=confirmed)
    places, sections = compare_sections(wanted=wanted, state=state, pairs=matching.pairs, naming=naming, memory=memory)
    plan = Plan(
        columns=tuple(compare_columns(wanted=wanted, state=state, pairs=matching.pairs)),
        sections=tuple(sections),
        grants=tuple(compare_grants(places=places, state=state, naming=naming)),
        proposals=tuple(matching.proposals),
        pairs=matching.pairs,
    )
    return plan, matching


__all__ = ["Memory", "Naming", "compare"]
