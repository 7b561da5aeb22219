"""What importing a catalogue would change. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .enums import Column
from .records import Record, by_key, differing, with_columns_of
from .structure import Entry, keyed


@dataclass(frozen=True, slots=True)
class Change:
    """An item that says something else in ``columns``: ``before`` is what the catalogue says, ``entry`` the file."""

    entry: Entry
    columns: tuple[Column, ...]
    before: Entry

    @property
    def texts(self) -> list[tuple[str, str, str]]:
        """For each column its name, what the catalogue says there and what the file says."""
        return [(str(column.label), self.before.words(column), self.entry.words(column)) for column in self.columns]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Items by what happens to them. ``kept`` are those in which the file contradicts a common element of the city:
    the city's value stays. ``staying`` are items of the city that the file lacks: every district keeps them.
    ``records`` is what the catalogue will hold."""

    records: tuple[Record, ...]
    new: tuple[Entry, ...] = ()
    changed: tuple[Change, ...] = ()
    gone: tuple[Entry, ...] = ()
    kept: tuple[Change, ...] = ()
    staying: tuple[Entry, ...] = ()

    @property
    def unchanged(self) -> int:
        """How many items stay as they are."""
        return len(self.records) - len(self.new) - len(self.changed)

    @property
    def digest(self) -> str:
        """Names the plan, so that a person takes over what was seen; records begin with random identities."""
        told = (self.new, self.changed, self.gone, self.kept, self.staying, self.unchanged)
        return hashlib.sha256(repr(told).encode()).hexdigest()

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
            kept.append(Change(entry, contradicted, merged))
        if columns := differing(record.entry, merged):
            changed.append(Change(merged, columns, record.entry))
        records.append(replace(record, entry=merged))
    lacking = {record.identity for record in known.values()}
    staying = [(place, one) for place, one in enumerate(before) if one.origin and one.identity in lacking]
    for place, record in staying:
        records.insert(place, record)
    gone = tuple(record.entry for record in known.values() if not record.origin)
    entries_staying = tuple(record.entry for _place, record in staying)
    return ImportPlan(tuple(records), tuple(new), tuple(changed), gone, tuple(kept), entries_staying)
