"""An assignment in the hands of one act: locked, with its items as they are now."""

from __future__ import annotations

import hashlib
import uuid
from typing import Any

from django.utils.translation import gettext as _

from plugins.contrib.item_catalogue.domain.keeping import records_of
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Assignment, Catalogue, Item, Progress
from plugins.contrib.item_catalogue.process.states import Act, ItemState
from plugins.contrib.item_catalogue.process.transitions import Transition, transition
from plugins.contrib.item_catalogue.records import Record
from plugins.contrib.item_catalogue.structure import Entry

from .people import Actor, actor_in


class ItemChanged(ItemsRefused):
    """Somebody else changed the item since the person looked at it."""


def digest_of(entry: Entry) -> str:
    """What an item says, short: a screen that was opened sends it back, so that an act is about what was seen."""
    return hashlib.sha256(repr(entry).encode()).hexdigest()[:16]


def state_of(assignment: Assignment, item: Item) -> ItemState:
    """Where ``item`` is in the process."""
    progress = getattr(item, "progress", None)
    return ItemState(progress.state) if progress is not None else assignment.first_state


class Hold:
    """``assignment`` locked until the caller's transaction ends; ``actor`` is whoever acts, ``records`` by identity.

    All acts lock in one order, so that none waits for another in a circle: field, catalogue, assignment.
    """

    def __init__(self, assignment: Assignment, user: Any) -> None:
        # Only the row itself: PostgreSQL locks no outer join.
        Catalogue.objects.select_for_update().get(pk=assignment.catalogue_id)
        Assignment.objects.select_for_update().get(pk=assignment.pk)
        self.assignment = Assignment.objects.select_related("catalogue", "district", "field").get(pk=assignment.pk)
        self.actor: Actor = actor_in(self.assignment, user)
        self.records: dict[uuid.UUID, Record] = {one.identity: one for one in records_of(self.assignment.catalogue)}

    def item(self, identity: uuid.UUID) -> Item:
        """The item, or :class:`ItemsRefused` when somebody has taken it out meanwhile."""
        found = self.assignment.catalogue.items.select_related("progress").filter(identity=identity).first()
        if found is None:
            raise ItemsRefused(_("The item is not in the catalogue any more."))
        return found

    def judge(self, item: Item, act: Act, *, seen: str | None = None) -> Transition:
        """The transition, when the table has it for the actor and the item still says what was ``seen``."""
        found = transition(state_of(self.assignment, item), act, self.actor.roles_at(item))
        if seen is not None and seen != digest_of(self.records[item.identity].entry):
            raise ItemChanged(_("Somebody else changed “%(item)s” meanwhile. Look at it again.") % {"item": item})
        return found

    def move(self, item: Item, state: ItemState, *, reason: str = "") -> None:
        """Write down where the item is now."""
        Progress.objects.update_or_create(item=item, defaults={"state": state, "reason": reason})
