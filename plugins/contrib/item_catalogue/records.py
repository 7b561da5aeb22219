"""An item as acts see it: its row, who it is, and what of it the city has fixed. Pure: comparing and combining."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from .enums import CHOICES, TEXTS, Column
from .structure import Choice, Entry, ItemKey, keyed


@dataclass(frozen=True, slots=True)
class Record:
    """One item. ``origin`` is the city's item that it adopted; ``common`` the columns whose value is the city's."""

    entry: Entry
    identity: uuid.UUID = field(default_factory=uuid.uuid4)
    origin: uuid.UUID | None = None
    common: frozenset[Column] = frozenset()

    @property
    def fixed(self) -> frozenset[Column]:
        """Columns that its owner cannot change: a district's common elements. A city changes its own."""
        return self.common if self.origin else frozenset()


def differing(one: Entry, other: Entry) -> tuple[Column, ...]:
    """Columns in which two rows say something else, in the order of the standard catalogue."""
    texts = [column for column in TEXTS if one.text(column) != other.text(column)]
    choices = [kind for kind in CHOICES if one.choices_of(kind) != other.choices_of(kind)]
    extras = [Column.EXTRA] if one.extras != other.extras else []
    return (*texts, *choices, *extras)


def with_columns_of(entry: Entry, source: Entry, columns: Iterable[Column]) -> Entry:
    """``entry`` with what ``source`` says in ``columns``, and everything else as it was."""
    taken = set(columns)
    texts: dict[str, Any] = {column.value: source.text(column) for column in TEXTS if column in taken}
    choices = [choice for kind in CHOICES for choice in (source if kind in taken else entry).choices_of(kind)]
    return replace(entry, **texts, choices=_in_order_of(entry, choices))


def _in_order_of(entry: Entry, choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Choices in the order of their kinds in ``entry``, so that taking what is already there changes nothing."""
    kinds = list(dict.fromkeys(choice.kind for choice in entry.choices))
    return tuple(sorted(choices, key=lambda one: kinds.index(one.kind) if one.kind in kinds else len(kinds)))


def by_key(records: Iterable[Record]) -> dict[ItemKey, Record]:
    """Records by the names of their items."""
    listed = list(records)
    keys = [key for key, _entry in keyed(record.entry for record in listed)]
    return dict(zip(keys, listed, strict=True))
