"""How items live: how much is published for each, how new it is, and whether it met its time limit.

A publication is measured from the day on which it was made (成文日期), as its kind states it, to that of its
publication. Where no such day is stated there is nothing to measure: the day of publication, measured by itself,
is always in time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from plugins.api import working_calendar
from plugins.contrib.item_catalogue.enums import Keeping
from plugins.contrib.item_catalogue.models import Item, ItemChoice
from plugins.contrib.item_catalogue.permalinks import key_of
from plugins.contrib.item_catalogue.publications import Published, publications_of
from plugins.contrib.item_catalogue.time_limits import TimeLimit, Workdays, due_day, governing


@dataclass(frozen=True, slots=True)
class Measured:
    """One publication of an item; ``due`` and ``is_in_time`` are ``None`` where nothing can be measured."""

    published: Published
    due: dt.date | None = None

    @property
    def is_in_time(self) -> bool | None:
        return None if self.due is None else self.published.published_on <= self.due


@dataclass(frozen=True)
class LivingItem:
    """An item with its public publications, newest first."""

    item: Item
    publications: Sequence[Measured]

    @property
    def key(self) -> str:
        """How its address names it."""
        return key_of(self.item.identity)

    @property
    def ticked(self) -> list[ItemChoice]:
        """The options that the item has ticked, in its order."""
        return [choice for choice in self.item.choices.all() if choice.is_chosen]

    @property
    def total(self) -> int:
        return len(self.publications)

    @property
    def newest(self) -> dt.date | None:
        """The day of the newest publication."""
        return self.publications[0].published.published_on if self.publications else None

    @cached_property
    def measurable(self) -> int:
        """How many publications can be measured."""
        return sum(one.is_in_time is not None for one in self.publications)

    @cached_property
    def in_time(self) -> int:
        """How many of them were in time."""
        return sum(one.is_in_time is True for one in self.publications)

    @property
    def keeping(self) -> Keeping:
        """An item keeps its time limit when every publication that can be measured did."""
        if not self.publications:
            return Keeping.NONE
        if not self.measurable:
            return Keeping.NOT_MEASURABLE
        return Keeping.KEPT if self.in_time == self.measurable else Keeping.LATE


@dataclass(frozen=True, slots=True)
class Coverage:
    """Figures of a group of items; those measurable are items of which at least one publication is."""

    key: str
    label: str
    items: int
    published: int
    measurable: int
    kept: int
    newest: dt.date | None

    @property
    def share(self) -> int | None:
        """Per cent of the items that have a publication, rounded down: only all of them are 100."""
        return self.published * 100 // self.items if self.items else None

    @property
    def kept_share(self) -> int | None:
        """Per cent of the measurable items that kept their time limit, rounded down."""
        return self.kept * 100 // self.measurable if self.measurable else None


def living_items(items: Iterable[Item]) -> list[LivingItem]:
    """``items`` of districts, in their order, with what is public of them; at most four queries more."""
    listed = list(items)
    districts = {item.catalogue.district_id for item in listed if item.catalogue.district_id is not None}
    found = publications_of({item.identity for item in listed}, districts=districts)
    workdays = working_calendar() if found else None
    return [
        LivingItem(item, _measured(item, found.get((item.catalogue.district_id or 0, item.identity), ()), workdays))
        for item in listed
    ]


def _measured(item: Item, publications: Sequence[Published], workdays: Workdays | None) -> list[Measured]:
    limit = governing(item.time_limits) if publications else None
    if limit is None or workdays is None:
        return [Measured(published) for published in publications]
    return [Measured(published, _due(published, limit, workdays)) for published in publications]


def _due(published: Published, limit: TimeLimit, workdays: Workdays) -> dt.date | None:
    return due_day(published.formed_on, limit, workdays) if published.formed_on is not None else None


def coverage(living: Iterable[LivingItem], *, key: str = "", label: str = "") -> Coverage:
    """The figures of ``living`` together."""
    listed = list(living)
    measurable = [one for one in listed if one.keeping in (Keeping.KEPT, Keeping.LATE)]
    return Coverage(
        key=key,
        label=label,
        items=len(listed),
        published=sum(one.total > 0 for one in listed),
        measurable=len(measurable),
        kept=sum(one.keeping == Keeping.KEPT for one in measurable),
        newest=max((one.newest for one in listed if one.newest), default=None),
    )


#: Key and label of the group to which an item belongs.
Grouping = Callable[[Item], tuple[str, str]]
GROUPINGS: dict[str, Grouping] = {
    "field": lambda item: (item.catalogue.field.code, item.catalogue.field.name),
    "district": lambda item: (
        (item.catalogue.district.slug, item.catalogue.district.name) if item.catalogue.district else ("", "")
    ),
    "unit": lambda item: (item.unit.code, item.unit.name) if item.unit else ("", ""),
}


def coverage_by(living: Iterable[LivingItem], grouping: str) -> Iterator[Coverage]:
    """The figures of each group, in the order of the groups; the last group is of what belongs to none."""
    group_of = GROUPINGS[grouping]
    listed = list(living)
    order = {key: place for place, key in enumerate(dict.fromkeys(group_of(one.item) for one in listed))}

    def rank(one: LivingItem) -> Any:
        key = group_of(one.item)
        return (not key[0], order[key])

    for (key, label), members in groupby(sorted(listed, key=rank), key=lambda one: group_of(one.item)):
        yield coverage(members, key=key, label=label)
