"""What became of the rows between two versions of a table. No database.

A row is the same when its first cell is; of several rows with one name, the first is compared with the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .rows import split_text


@dataclass(frozen=True)
class ChangedRow:
    """Cells that differ: heading, before, after."""

    name: str
    cells: tuple[tuple[str, str, str], ...]


@dataclass
class RowChanges:
    """Names of rows that came and went, and rows that changed, in the order of the newer version."""

    added: list[str] = field(default_factory=list)
    changed: list[ChangedRow] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)


def compare_rows(before: str, after: str) -> RowChanges:
    """``before`` and ``after`` are the texts of two versions."""
    old, new = dict(_named(before)), dict(_named(after))
    changes = RowChanges(removed=[name for name, number in old if (name, number) not in new])
    for key, cells in new.items():
        if key not in old:
            changes.added.append(key[0])
        elif differing := tuple(_differing(old[key], cells)):
            changes.changed.append(ChangedRow(key[0], differing))
    return changes


def _named(text: str) -> Iterator[tuple[tuple[str, int], dict[str, str]]]:
    headings, lines = split_text(text)
    seen: Counter[str] = Counter()
    for line in lines:
        name = line[0].strip()
        seen[name] += 1
        yield (name, seen[name]), dict(zip(headings, (cell.strip() for cell in line), strict=False))


def _differing(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for heading in dict.fromkeys((*old, *new)):
        if old.get(heading, "") != new.get(heading, ""):
            yield heading, old.get(heading, ""), new.get(heading, "")
