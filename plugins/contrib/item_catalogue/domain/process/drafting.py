"""The district writes items: one at a time, in their order."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.contrib.item_catalogue.domain.keeping import save_records
from plugins.contrib.item_catalogue.enums import Column
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Assignment, Item
from plugins.contrib.item_catalogue.process.states import Act
from plugins.contrib.item_catalogue.process.transitions import OFFICE
from plugins.contrib.item_catalogue.records import Record, differing, with_columns_of
from plugins.contrib.item_catalogue.structure import Entry

from .holding import Hold

EDITED, ADDED = "gongkai.items.item_edited", "gongkai.items.item_added"
REMOVED, MOVED = "gongkai.items.item_removed", "gongkai.items.item_moved"
NAMES = frozenset({Column.FIRST, Column.SECOND})


def fixed_columns(record: Record) -> frozenset[Column]:
    """What the district cannot write: common elements, and the names of an item that is the city's."""
    return record.fixed | NAMES if record.origin else record.fixed


def withheld_columns(roles: Collection[str]) -> frozenset[Column]:
    """What people with ``roles`` leave to the disclosure office: an editor's item is theirs by its disclosing body."""
    return frozenset({Column.BODY}) if OFFICE.isdisjoint(roles) else frozenset()


@transaction.atomic
def save_item(*, assignment: Assignment, identity: uuid.UUID, entry: Entry, seen: str, user: Any) -> Item:
    """Let an item say what ``entry`` says, but for what the city fixed.

    Raises :class:`ItemChanged` when it does not say what was ``seen`` any more: nothing of either text is lost.
    """
    hold = Hold(assignment, user)
    item = hold.item(identity)
    hold.judge(item, Act.EDIT, seen=seen)
    write_entry(hold, item, entry)
    return item


def write_entry(hold: Hold, item: Item, entry: Entry, *, action: str = EDITED) -> None:
    """The entry into its record, with a line in the log that keeps the former texts."""
    record = hold.records[item.identity]
    kept = fixed_columns(record) | withheld_columns(hold.actor.roles)
    after = with_columns_of(entry, record.entry, kept)
    _check_name(after)
    changed = differing(record.entry, after)
    hold.records[item.identity] = replace(record, entry=after)
    save_records(catalogue=hold.assignment.catalogue, records=list(hold.records.values()))
    texts = [column for column in changed if hasattr(record.entry, column.value)]
    before = {column.value: record.entry.text(column) for column in texts}
    log(item, action, user=hold.actor.user, data={"columns": [one.value for one in changed], "before": before})


@transaction.atomic
def add_item(*, assignment: Assignment, entry: Entry, user: Any) -> Item:
    """A new item at the end of the catalogue."""
    hold = Hold(assignment, user)
    _check_office(hold)
    _check_name(entry)
    record = Record(entry)
    save_records(catalogue=hold.assignment.catalogue, records=[*hold.records.values(), record])
    item = hold.item(record.identity)
    log(item, ADDED, user=user)
    return item


@transaction.atomic
def remove_item(*, assignment: Assignment, identity: uuid.UUID, seen: str | None, user: Any) -> None:
    """Take an item out. What it said stays in the assignment's log; an item of the city stays in."""
    hold = Hold(assignment, user)
    item = hold.item(identity)
    hold.judge(item, Act.REMOVE, seen=seen)
    record = hold.records.pop(identity)
    if record.origin:
        raise ItemsRefused(_("The city's catalogue has this item, and every district keeps it."))
    save_records(catalogue=hold.assignment.catalogue, records=list(hold.records.values()))
    texts = {column.value: record.entry.text(column) for column in Column if hasattr(record.entry, column.value)}
    log(hold.assignment, REMOVED, user=user, data={"item": record.entry.name, "texts": texts})


@transaction.atomic
def move_item(*, assignment: Assignment, identity: uuid.UUID, places: int, user: Any) -> None:
    """Move an item down by so many places, or up by a negative number; at either end it stays."""
    hold = Hold(assignment, user)
    _check_office(hold)
    item = hold.item(identity)
    records = list(hold.records.values())
    here = list(hold.records).index(identity)
    records.insert(max(0, here + places), records.pop(here))
    save_records(catalogue=hold.assignment.catalogue, records=records)
    log(item, MOVED, user=user, data={"places": places})


def _check_office(hold: Hold) -> None:
    if hold.assignment.published_at:
        raise ItemsRefused(_("The catalogue is published and stays as it is."))
    if OFFICE.isdisjoint(hold.actor.roles):
        raise ItemsRefused(_("The district's disclosure office adds items and orders them."))


def _check_name(entry: Entry) -> None:
    if not entry.name:
        raise ItemsRefused(_("Name the first-level item or the second-level item."))
