"""What a running process keeps other acts from: publishing too early, and importing over what the city audits."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.contrib.item_catalogue.domain.keeping import records_of
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Assignment, Catalogue, Item, Progress
from plugins.contrib.item_catalogue.process.states import Act, ItemState
from plugins.contrib.item_catalogue.process.transitions import states_for
from plugins.contrib.item_catalogue.records import Record

from .holding import state_of

_NAMED = 5


def refuse_unapproved(catalogue: Catalogue) -> None:
    """Raise :class:`ItemsRefused` while the city has not approved every item; a catalogue without process is free."""
    assignment = _running(catalogue)
    if assignment is None:
        return
    states = states_for(Act.PUBLISH)
    waiting = [item for item in _items(catalogue) if state_of(assignment, item) not in states]
    if waiting:
        raise ItemsRefused(
            _("The city has not approved %(number)d items: %(items)s.")
            % {"number": len(waiting), "items": _names(waiting)}
        )


def finish_process(catalogue: Catalogue) -> None:
    """The catalogue is published: its assignment is done. Inside the transaction that publishes."""
    assignment = _running(catalogue)
    if assignment is None:
        return
    assignment.published_at = timezone.now()
    assignment.save(update_fields=["published_at"])
    Progress.objects.filter(item__catalogue=catalogue).update(state=ItemState.PUBLISHED)


def refuse_overwriting(catalogue: Catalogue, after: Sequence[Record]) -> None:
    """Raise :class:`ItemsRefused` when ``after`` would change or drop items that are with the city now."""
    assignment = _running(catalogue)
    if assignment is None:
        return
    before = {record.identity: record.entry for record in records_of(catalogue)}
    kept = {record.identity: record.entry for record in after}
    changed = {identity for identity, entry in before.items() if kept.get(identity) != entry}
    free = states_for(Act.EDIT)
    held = [one for one in _items(catalogue) if one.identity in changed and state_of(assignment, one) not in free]
    if held:
        raise ItemsRefused(
            _("%(number)d items are with the city: %(items)s. Take them back, or ask the city to return them.")
            % {"number": len(held), "items": _names(held)}
        )


def _running(catalogue: Catalogue) -> Assignment | None:
    return Assignment.objects.select_for_update().open().filter(catalogue=catalogue).order_by("pk").first()


def _items(catalogue: Catalogue) -> Sequence[Item]:
    return list(catalogue.items.select_related("progress").order_by("position"))


def _names(items: Sequence[Item]) -> str:
    return "、".join(str(item) for item in items[:_NAMED])
