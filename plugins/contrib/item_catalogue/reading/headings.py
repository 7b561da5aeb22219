"""Find the headings of a catalogue, which stand in one row, in two or in three, and read what each column means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.api import Cell, RawRow
from plugins.contrib.item_catalogue.enums import CHOICES, Column
from plugins.contrib.item_catalogue.structure import Heading
from plugins.contrib.item_catalogue.wording import one_line, word_key

from .synonyms import COLUMN_OF, KIND_OF, OPTION_OF

_ENOUGH, _ENOUGH_BELOW = 3, 2
_MOST_ROWS = 3
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of headings: the index of the first, how many there are, and the texts above each column."""

    start: int
    size: int
    paths: tuple[Path, ...]


def is_heading(row: RawRow) -> bool:
    """Whether a row names three columns of a catalogue or more."""
    return len({COLUMN_OF[key] for text in row.texts() if (key := word_key(text)) in COLUMN_OF}) >= _ENOUGH


def find_block(rows: Sequence[RawRow], start: int = 0) -> Block | None:
    """The first headings at or below index ``start``."""
    first = next((index for index in range(start, len(rows)) if is_heading(rows[index])), None)
    if first is None:
        return None
    size = 1
    while size < _MOST_ROWS and first + size < len(rows) and _goes_on(rows[first], rows[first + size]):
        size += 1
    return Block(first, size, _paths(rows[first : first + size]))


def _goes_on(top: RawRow, row: RawRow) -> bool:
    """Whether ``row`` divides headings of ``top``: it names two columns or options below groups, which are headings
    with blank cells to their right or with the same text again, and writes nothing where a row has its text."""
    written = {place: word_key(cell.text) for place, cell in enumerate(row.cells) if cell.text and not cell.carried}
    texts = [*top.texts(), *[""] * len(row.cells)]
    groups = {place for place in range(1, len(row.cells)) if texts[place] in ("", texts[place - 1])}
    groups |= {place - 1 for place in groups}
    known = [place for place, key in written.items() if place in groups and (key in COLUMN_OF or key in OPTION_OF)]
    plain = {place for place, text in enumerate(texts) if COLUMN_OF.get(word_key(text)) in _NEVER_SPLIT} - groups
    return len(known) >= _ENOUGH_BELOW and plain.isdisjoint(written)


_NEVER_SPLIT = {Column.NUMBER, Column.CONTENT, Column.BASIS}


def _paths(rows: Sequence[RawRow]) -> tuple[Path, ...]:
    """Texts from top to bottom. A group stands in its first cell only: a blank cell to its right belongs to it when
    something is written below that cell."""
    width = max(len(row.cells) for row in rows)
    groups = [""] * len(rows)
    paths: list[Path] = []
    for place in range(width):
        cells = [row.cells[place] if place < len(row.cells) else Cell() for row in rows]
        own = ["" if cell.carried else one_line(cell.text) for cell in cells]
        path: list[str] = []
        for level, text in enumerate(own):
            if text:
                groups[level:] = [text] + [""] * (len(rows) - level - 1)
                path.append(text)
            elif groups[level] and any(own[level + 1 :]):
                path.append(groups[level])
        paths.append(tuple(path))
    return tuple(paths)


def propose_headings(paths: Iterable[Path], mapping: Mapping[str, Column]) -> list[Heading]:
    """What each column means, by the table of synonyms; ``mapping`` (key of a heading → column) has the last word.

    Of two columns that mean the same the later one is a further column. Columns without a heading get a number as key.
    """
    headings: list[Heading] = []
    keys: set[str] = set()
    for place, path in enumerate(paths, start=1):
        key = _unused(" > ".join(path) or f"#{place}", keys)
        column, is_option = _meaning(path)
        if key in mapping:
            column = mapping[key]
            is_option = column in CHOICES and len(path) > 1
        if column != Column.EXTRA and any(_is_taken(heading, column, is_option, path) for heading in headings):
            column, is_option = Column.EXTRA, False
        headings.append(Heading(path, key, column, is_option))
    return headings


def _unused(key: str, keys: set[str]) -> str:
    candidates: Iterator[str] = (key if number == 1 else f"{key} #{number}" for number in range(1, len(keys) + 2))
    unused = next(candidate for candidate in candidates if candidate not in keys)
    keys.add(unused)
    return unused


def _meaning(path: Path) -> tuple[Column, bool]:
    known = [COLUMN_OF.get(word_key(text)) for text in path]
    if path and (last := known[-1]) is not None:
        return last, False
    group = next((column for column in known if column in CHOICES), None)
    if group is not None:
        return group, True
    option = OPTION_OF.get(word_key(path[0])) if len(path) == 1 else None
    return (KIND_OF[option], True) if option in KIND_OF else (Column.EXTRA, False)


def _is_taken(heading: Heading, column: Column, is_option: bool, path: Path) -> bool:
    if heading.column != column:
        return False
    return not (is_option and heading.is_option) or heading.path[-1:] == path[-1:]
