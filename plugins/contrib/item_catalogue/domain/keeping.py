"""Items between the database and records. An item keeps its row as long as it is in its catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from django.utils import timezone

from plugins.api import District, Unit, register_of
from plugins.contrib.item_catalogue.acts import acts_in
from plugins.contrib.item_catalogue.enums import TEXTS, Column
from plugins.contrib.item_catalogue.models import Catalogue, CommonElement, Item, ItemAct, ItemChoice
from plugins.contrib.item_catalogue.reading.synonyms import option_of
from plugins.contrib.item_catalogue.records import Record
from plugins.contrib.item_catalogue.structure import Choice, Entry

_FIELDS = [*(column.value for column in TEXTS), "position", "origin", "limit_kind", "limit_number", "unit", "extras"]


def records_of(catalogue: Catalogue) -> list[Record]:
    """The items of a catalogue in its order; three queries."""
    return [record_of(item) for item in catalogue.items.with_details()]


def record_of(item: Item) -> Record:
    """One item, see :meth:`ItemQuerySet.with_details`."""
    texts = {column.value: getattr(item, column.value) for column in TEXTS}
    choices = tuple(
        Choice(Column(choice.kind), choice.label, choice.is_chosen, choice.note)
        for choice in sorted(item.choices.all(), key=lambda one: one.position)
    )
    return Record(
        Entry(**texts, choices=choices, extras=tuple((key, text) for key, text in item.extras)),
        identity=item.identity,
        origin=item.origin,
        common=frozenset(Column(element.column) for element in item.common_elements.all()),
    )


def save_records(*, catalogue: Catalogue, records: Sequence[Record]) -> None:
    """Make the items of a draft those of ``records``, in a number of queries that grows only with full batches.

    Rows of items that stay are kept, so that whatever refers to them does; inside the caller's transaction.
    """
    unit_of = _unit_finder(catalogue.district)
    rows = {item.identity: item for item in catalogue.items.all()}
    catalogue.items.exclude(identity__in=[record.identity for record in records]).delete()
    items = [
        _fill(rows.get(record.identity) or Item(catalogue=catalogue, identity=record.identity), place, record, unit_of)
        for place, record in enumerate(records, start=1)
    ]
    Item.objects.bulk_create([item for item in items if item.identity not in rows])
    Item.objects.bulk_update([item for item in items if item.identity in rows], _FIELDS, batch_size=100)
    _write_details(catalogue, list(zip(items, records, strict=True)))


def _fill(item: Item, place: int, record: Record, unit_of: Callable[[str], Unit | None]) -> Item:
    entry = record.entry
    for column in TEXTS:
        setattr(item, column.value, entry.text(column))
    item.position, item.origin, item.extras = place, record.origin, [list(pair) for pair in entry.extras]
    item.unit = unit_of(entry.body)
    item.read_limit()
    return item


def _write_details(catalogue: Catalogue, pairs: Iterable[tuple[Item, Record]]) -> None:
    pairs = list(pairs)
    for model in (ItemAct, ItemChoice, CommonElement):
        model._default_manager.filter(item__catalogue=catalogue).delete()
    ItemAct.objects.bulk_create(chain.from_iterable(_acts(item) for item, _record in pairs))
    ItemChoice.objects.bulk_create(chain.from_iterable(_choices(item, record) for item, record in pairs))
    CommonElement.objects.bulk_create(
        CommonElement(item=item, column=column) for item, record in pairs for column in sorted(record.common)
    )


def _acts(item: Item) -> list[ItemAct]:
    found = enumerate(acts_in(item.basis), start=1)
    return [ItemAct(item=item, position=place, title=act.title, detail=act.detail) for place, act in found]


def _choices(item: Item, record: Record) -> list[ItemChoice]:
    return [
        ItemChoice(
            item=item,
            kind=choice.kind,
            option=option_of(choice.label),
            label=choice.label,
            is_chosen=choice.is_chosen,
            note=choice.note,
            position=place,
        )
        for place, choice in enumerate(record.entry.choices, start=1)
    ]


def _nobody(body: str) -> None:
    """A city's catalogue names no unit of a district."""


def _unit_finder(district: District | None) -> Callable[[str], Unit | None]:
    """Finds the one active unit of the district that a text of 公开主体 names as a whole; three or four queries."""
    if district is None:
        return _nobody
    register = register_of(district=district, on=timezone.localdate())
    units = {unit.code: unit for unit in Unit.objects.of_district(district)}

    def find(body: str) -> Unit | None:
        named = [unit for unit in register.units_named(body) if unit.is_active] if body else []
        return units[named[0].code] if len(named) == 1 else None

    return find
