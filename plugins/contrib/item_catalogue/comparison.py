"""What importing a catalogue would change. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .enums import Column
from .records import Record, by_key, differing, with_columns_of
from .structure import Entry, keyed


@dataclass(frozen=True, slots=True)
class Change:
    """An item that says something else in ``columns``."""

    entry: Entry
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Items by what happens to them. ``kept`` are those in which the file contradicts a common element of the city:
    the city's value stays. ``records`` is what the catalogue will hold."""

    records: tuple[Record, ...]
    new: tuple[Entry, ...] = ()
    changed: tuple[Change, ...] = ()
    gone: tuple[Entry, ...] = ()
    kept: tuple[Change, ...] = ()

    @property
    def unchanged(self) -> int:
        """How many items stay as they are."""
        return len(self.records) - len(self.new) - len(self.changed)

    @property
    def is_empty(self) -> bool:
        """Whether no item would change."""
        return not (self.new or self.changed or self.gone)


def compare(before: Sequence[Record], entries: Iterable[Entry]) -> ImportPlan:
    """Match rows with items by their names. A renamed item cannot be told from one gone and one new, and is both."""
    known = by_key(before)
    records: list[Record] = []
    new: list[Entry] = []
    changed: list[Change] = []
    kept: list[Change] = []
    for key, entry in keyed(entries):
        record = known.pop(key, None)
        if record is None:
            new.append(entry)
            records.append(Record(entry))
            continue
        merged = with_columns_of(entry, record.entry, record.fixed)
        if contradicted := differing(merged, entry):
            kept.append(Change(entry, contradicted))
        if columns := differing(record.entry, merged):
            changed.append(Change(merged, columns))
        records.append(replace(record, entry=merged))
    gone = tuple(record.entry for record in known.values())
    return ImportPlan(tuple(records), tuple(new), tuple(changed), gone, tuple(kept))
