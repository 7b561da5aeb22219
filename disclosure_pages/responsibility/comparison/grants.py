"""Changes of grants: what the places give and is missing, and whatever else is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from disclosure_pages.responsibility.changes import GrantAct, GrantChange
from disclosure_pages.responsibility.grants import RIGHTS, Right
from disclosure_pages.responsibility.state import GrantState, TreeState
from disclosure_pages.responsibility.titles import SEPARATOR

from .inputs import Naming
from .sections import Place

Key = tuple[str, bool, int, str]


def compare_grants(*, places: Sequence[Place], state: TreeState, naming: Naming) -> Iterator[GrantChange]:
    """Grants to add for open sections, then every other grant in the tree or of the units' groups, to remove."""
    there: set[Key] = {(grant.group, grant.is_media, grant.target, grant.codename) for grant in state.grants}
    given: set[Key] = set()
    for place in places:
        for right in RIGHTS:
            group, target = naming.groups[place.unit, right.role], _target(place, right)
            key = (group, right.is_media, target or 0, right.codename)
            given.add(key)
            if target is None or key not in there:
                yield GrantChange(
                    act=GrantAct.ADD,
                    group=group,
                    is_media=right.is_media,
                    codename=right.codename,
                    path=place.path,
                    unit=place.unit,
                    role=right.role,
                    holder=naming.unit(place.unit),
                )
    removals = _Removals(state=state, naming=naming, kept={place.page for place in places})
    for grant in sorted(state.grants):
        if (grant.group, grant.is_media, grant.target, grant.codename) not in given:
            yield removals.of(grant)


def _target(place: Place, right: Right) -> int | None:
    """Key of the page or collection; ``None`` while it does not exist."""
    if place.section is None:
        return None
    return place.section.collection if right.is_media else place.section.page


class _Removals:
    """Says of a grant that goes whose it is and where, in words of the table."""

    def __init__(self, *, state: TreeState, naming: Naming, kept: set[int | None]) -> None:
        self.state, self.naming, self.kept = state, naming, kept
        self.holders = {group: place for place, group in naming.groups.items()}
        self.sections = {(False, section.page): section for section in state.sections.values()}
        self.sections |= {(True, section.collection or 0): section for section in state.sections.values()}

    def of(self, grant: GrantState) -> GrantChange:
        unit, role = self.holders.get(grant.group, ("", ""))
        section = self.sections.get((grant.is_media, grant.target))
        path = self.state.titles_of(section.parent or 0) if section else ()
        is_closing = section is not None and section.page not in self.kept and section.unit == unit
        return GrantChange(
            act=GrantAct.REMOVE,
            group=grant.group,
            is_media=grant.is_media,
            codename=grant.codename,
            path=path if is_closing else (),
            unit=unit,
            role=role,
            holder=self.naming.unit(unit) if unit else grant.group,
            row=grant.row,
            place=f"{SEPARATOR.join(path)} · {self.naming.unit(section.unit)}" if section else grant.place,
        )
