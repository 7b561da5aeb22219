"""Short ways through the process."""

from __future__ import annotations

import datetime as dt
from typing import Any

from plugins.contrib.item_catalogue.domain.keeping import records_of
from plugins.contrib.item_catalogue.domain.process.acting import Outcome, perform
from plugins.contrib.item_catalogue.domain.process.holding import digest_of, state_of
from plugins.contrib.item_catalogue.domain.process.settling import settle_common_elements
from plugins.contrib.item_catalogue.enums import Column
from plugins.contrib.item_catalogue.models import Assignment, Item
from plugins.contrib.item_catalogue.process.states import Act, ItemState
from plugins.contrib.item_catalogue.structure import Entry

DAY = dt.date(2026, 1, 1)


def item_of(assignment: Assignment, name: str = "甲") -> Item:
    return Item.objects.select_related("progress").get(catalogue=assignment.catalogue, second=name)


def entry_of(assignment: Assignment, name: str = "甲") -> Entry:
    return next(one.entry for one in records_of(assignment.catalogue) if one.entry.second == name)


def seen(assignment: Assignment, name: str = "甲") -> str:
    return digest_of(entry_of(assignment, name))


def states(assignment: Assignment) -> dict[str, str]:
    fresh = Assignment.objects.get(pk=assignment.pk)
    items = Item.objects.filter(catalogue=fresh.catalogue).select_related("progress").order_by("position")
    return {item.second: state_of(fresh, item).value for item in items}


def do(assignment: Assignment, act: Act, user: Any, *names: str, reason: str = "") -> Outcome:
    """With the items of these names, or with all."""
    items = Item.objects.filter(catalogue=assignment.catalogue)
    chosen = items.filter(second__in=names) if names else items
    given = dict.fromkeys(chosen.values_list("identity", flat=True))
    return perform(assignment=assignment, act=act, seen=given, user=user, reason=reason)


def accept_all(assignment: Assignment, office: Any, auditor: Any) -> None:
    do(assignment, Act.SUBMIT, office)
    do(assignment, Act.ACCEPT, auditor)


def settle(assignment: Assignment, auditor: Any, *columns: Column) -> Any:
    chosen = columns or (Column.CONTENT, Column.BASIS)
    return settle_common_elements(assignment=assignment, columns=chosen, effective_from=DAY, user=auditor)


def approve_all(assignment: Assignment, office: Any, auditor: Any) -> None:
    """From drafts to the approval of every item."""
    accept_all(assignment, office, auditor)
    settle(assignment, auditor)
    accept_all(assignment, office, auditor)


ALL_STATES = tuple(ItemState)
