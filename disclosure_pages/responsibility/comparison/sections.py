"""Changes of sections: one section for each (column, responsible unit), found again wherever it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from disclosure_pages.responsibility.changes import SectionAct, SectionChange
from disclosure_pages.responsibility.demand import WantedColumn
from disclosure_pages.responsibility.state import SectionState, TreeState
from disclosure_pages.responsibility.table import PathKey

from .inputs import Memory, Naming


@dataclass(frozen=True, slots=True)
class Place:
    """Where a unit writes for a column: in ``section``, or in one that is still to be made (``None``)."""

    path: tuple[str, ...]
    unit: str
    column: int | None
    section: SectionState | None

    @property
    def page(self) -> int | None:
        return self.section.page if self.section else None


def compare_sections(
    *,
    wanted: Sequence[WantedColumn],
    state: TreeState,
    pairs: Mapping[PathKey, int],
    naming: Naming,
    memory: Memory,
) -> tuple[list[Place], list[SectionChange]]:
    """Every place that the table gives, and what must happen to sections for it."""
    places = [
        Place(column.path, unit, page, _find(state, memory, page, unit))
        for column in wanted
        for page in [pairs.get(column.key)]
        for unit in sorted(column.units)
    ]
    changes = [
        SectionChange(
            act, place.path, place.unit, naming.unit(place.unit), place.section.page if place.section else None
        )
        for place in places
        for act in _acts(place, state)
    ]
    return places, [*changes, *_closings(places, state, naming)]


def _find(state: TreeState, memory: Memory, page: int | None, unit: str) -> SectionState | None:
    """The section that the last table had here, wherever it is now; else an open one here; else a closed one."""
    if page is None:
        return None
    remembered = memory.sections.get((state.columns[page].column_id, unit))
    known = state.sections.get(remembered or 0)
    if known is not None and known.unit == unit:
        return known
    here = [section for section in state.sections_below.get(page, []) if section.unit == unit]
    return min(here, key=lambda section: section.closed_on is not None, default=None)


def _acts(place: Place, state: TreeState) -> Iterator[SectionAct]:
    section = place.section
    if section is None:
        yield SectionAct.CREATE
        return
    if section.parent != place.column:
        yield SectionAct.MOVE
    if section.closed_on is not None:
        yield SectionAct.REOPEN
    url = state.expected_url(section.parent or 0)
    if not section.live or section.collection is None or section.url_path != url:
        yield SectionAct.MEND


def _closings(places: Iterable[Place], state: TreeState, naming: Naming) -> Iterator[SectionChange]:
    """Open sections that the table does not ask for."""
    kept = {place.section.page for place in places if place.section}
    for section in state.sections.values():
        if section.page not in kept and section.closed_on is None:
            path = state.titles_of(section.parent or 0)
            yield SectionChange(SectionAct.CLOSE, path, section.unit, naming.unit(section.unit), section.page)
