"""What a district's items become when a city's common elements are adopted. Pure."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .enums import Column
from .records import Record, by_key, with_columns_of
from .structure import Entry

_NAMES = (Column.FIRST, Column.SECOND)


@dataclass(frozen=True, slots=True)
class Adoption:
    """The items of a district afterwards, how many are new, how many took something over, how many are its own now."""

    records: tuple[Record, ...]
    created: int = 0
    updated: int = 0
    released: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether the district has everything already."""
        return not (self.created or self.updated or self.released)


def adopt(district: Sequence[Record], city: Sequence[Record]) -> Adoption:
    """Take names and common elements over, and leave everything individual and the district's order as they are.

    An item of the district is the city's when it adopted it before, or has its names. An item that the district lacks
    begins with the common elements alone, behind the one that it follows in the city's catalogue. What was adopted from
    an item that the city has given up is the district's own from then on.
    """
    sources = _sources(district, city)
    after = [_updated(record, sources.get(record.identity)) for record in district]
    changes = [(one, other) for one, other in zip(district, after, strict=True) if one != other]
    released = sum(one.origin is not None and other.origin is None for one, other in changes)
    created = 0
    place = 0
    for source in city:
        found = next((index for index, record in enumerate(after) if record.origin == source.identity), None)
        if found is None:
            after.insert(place, _begun(source))
            found, created = place, created + 1
        place = found + 1
    return Adoption(tuple(after), created, len(changes) - released, released)


def _sources(district: Sequence[Record], city: Sequence[Record]) -> dict[uuid.UUID, Record]:
    """Identity of an item of the district → the item of the city that it is."""
    by_identity = {source.identity: source for source in city}
    adopted = {record.identity: by_identity[record.origin] for record in district if record.origin in by_identity}
    taken = {source.identity for source in adopted.values()}
    named = by_key(city)
    for key, record in by_key(district).items():
        source = named.get(key)
        if source and record.identity not in adopted and source.identity not in taken:
            adopted[record.identity] = source
    return adopted


def _updated(record: Record, source: Record | None) -> Record:
    if source is None:
        return replace(record, origin=None, common=frozenset())
    entry = with_columns_of(record.entry, source.entry, (*_NAMES, *source.common))
    return replace(record, entry=entry, origin=source.identity, common=source.common)


def _begun(source: Record) -> Record:
    entry = with_columns_of(Entry(number=source.entry.number), source.entry, (*_NAMES, *source.common))
    return Record(entry, origin=source.identity, common=source.common)
