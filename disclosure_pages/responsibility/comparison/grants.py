"""Changes of grants: what the places give and is missing, and whatever else is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from disclosure_pages.responsibility.changes import GrantAct, GrantChange
from disclosure_pages.responsibility.grants import RIGHTS, Right
from disclosure_pages.responsibility.state import TreeState

from .inputs import Naming
from .sections import Place

Key = tuple[str, bool, int, str]


def compare_grants(*, places: Iterable[Place], state: TreeState, naming: Naming) -> Iterator[GrantChange]:
    """Grants to add for open sections, then every other grant in the tree or of the units' groups, to remove."""
    there: set[Key] = {(grant.group, grant.is_media, grant.target, grant.codename) for grant in state.grants}
    given: set[Key] = set()
    for place in places:
        for right in RIGHTS:
            group = naming.groups[place.unit, right.role]
            target = _target(place, right)
            key = (group, right.is_media, target or 0, right.codename)
            given.add(key)
            if target is None or key not in there:
                yield GrantChange(
                    GrantAct.ADD, group, right.is_media, right.codename, place.path, place.unit, right.role
                )
    for grant in sorted(state.grants):
        if (grant.group, grant.is_media, grant.target, grant.codename) not in given:
            yield GrantChange(
                GrantAct.REMOVE, grant.group, grant.is_media, grant.codename, row=grant.row, place=grant.place
            )


def _target(place: Place, right: Right) -> int | None:
    """Key of the page or collection; ``None`` while it does not exist."""
    if place.section is None:
        return None
    return place.section.collection if right.is_media else place.section.page
