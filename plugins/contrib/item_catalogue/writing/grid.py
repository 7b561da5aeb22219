"""A catalogue laid out in rows of cells, with what is merged; the same for every format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from plugins.contrib.item_catalogue.enums import CHOICES, Column
from plugins.contrib.item_catalogue.structure import Choice, Entry, Heading, Marks, Shape, Sheet


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells that are one; rows and columns count from 0, the last ones are inside."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def is_real(self) -> bool:
        return (self.top, self.left) != (self.bottom, self.right)


@dataclass
class Grid:
    """Rows of texts of equal width: ``heads`` rows of headings, the items, ``notes`` lines across at the end."""

    rows: list[list[str]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    heads: int = 0
    notes: int = 0

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0

    def add_line(self, text: str, width: int) -> None:
        """A text across the table."""
        self.rows.append([text] + [""] * (width - 1))
        self._merge(Merge(len(self.rows) - 1, 0, len(self.rows) - 1, width - 1))

    def merge_all(self, merges: Iterator[Merge]) -> None:
        for merge in merges:
            self._merge(merge)

    def _merge(self, merge: Merge) -> None:
        """Keep the text of the first cell alone, as programs do when they merge."""
        if not merge.is_real:
            return
        for row in range(merge.top, merge.bottom + 1):
            for column in range(merge.left, merge.right + 1):
                if (row, column) != (merge.top, merge.left):
                    self.rows[row][column] = ""
        self.merges.append(merge)


def grid_of(sheet: Sheet) -> Grid:
    """Everything of a catalogue but the titles, which stand above the table."""
    shape = sheet.shape
    width = len(shape.headings)
    grid = Grid(rows=_heading_rows(shape.headings))
    grid.heads = len(grid.rows)
    grid.merge_all(_heading_merges(shape.headings, grid.heads))
    run: list[Entry] = []
    for entry in sheet.entries:
        if run and entry.first != run[-1].first:
            _add_run(grid, shape, run)
            run = []
        if not run and entry.first and not shape.has(Column.FIRST):
            grid.add_line(entry.first, width)
        run.append(entry)
    _add_run(grid, shape, run)
    for note in shape.notes:
        grid.add_line(note, width)
    grid.notes = len(shape.notes)
    return grid


def _heading_rows(headings: Sequence[Heading]) -> list[list[str]]:
    depth = max((len(heading.path) for heading in headings), default=1)
    return [[(*heading.path, *[""] * depth)[level] for heading in headings] for level in range(depth)]


def _heading_merges(headings: Sequence[Heading], depth: int) -> Iterator[Merge]:
    """Groups to the right, and what has no group down to the last row."""
    for level in range(depth - 1):
        groups = [heading.path[: level + 1] if len(heading.path) > level + 1 else () for heading in headings]
        for start, end in _runs(groups):
            if groups[start]:
                yield Merge(level, start, level, end)
    for place, heading in enumerate(headings):
        if heading.path:
            yield Merge(len(heading.path) - 1, place, depth - 1, place)


def _runs(values: Sequence[object]) -> Iterator[tuple[int, int]]:
    """(first, last) index of neighbours that are equal."""
    bounds = [0, *(place for place in range(1, len(values)) if values[place] != values[place - 1]), len(values)]
    yield from ((start, end - 1) for start, end in pairwise(bounds) if start < end)


def _add_run(grid: Grid, shape: Shape, entries: Sequence[Entry]) -> None:
    """Items of one first-level item, whose name is merged; so are names and numbers that repeat."""
    top = len(grid.rows)
    rows = [_cells(shape, entry) for entry in entries]
    grid.rows += rows
    parts = _parts(shape, entries, rows)
    keys: dict[Column, Sequence[object]] = {
        Column.FIRST: parts,
        Column.SECOND: [(part, entry.second) for part, entry in zip(parts, entries, strict=True)],
        Column.NUMBER: [(part, entry.number) for part, entry in zip(parts, entries, strict=True)],
    }
    for place, heading in enumerate(shape.headings):
        if heading.column in keys:
            for start, end in _runs(keys[heading.column]):
                if grid.rows[top + start][place]:
                    grid.merge_all(iter([Merge(top + start, place, top + end, place)]))


def _parts(shape: Shape, entries: Sequence[Entry], rows: Sequence[Sequence[str]]) -> list[int]:
    """Which items may share merged cells, as numbers that are equal. One that would have nothing of its own left, or
    no name below a merged one, begins anew."""
    names = {place for place, heading in enumerate(shape.headings) if heading.column in _MERGED}
    parts: list[int] = []
    for entry, above, row in zip(entries, [None, *entries], rows, strict=False):
        is_bare = not any(text for place, text in enumerate(row) if place not in names)
        is_unnamed = above is not None and bool(above.second) and not entry.second
        parts.append((parts[-1] if parts else 0) + (is_bare or is_unnamed))
    return parts


_MERGED = (Column.NUMBER, Column.FIRST, Column.SECOND)


def _cells(shape: Shape, entry: Entry) -> list[str]:
    extras = dict(entry.extras)
    return [_cell(shape, heading, entry, extras) for heading in shape.headings]


def _cell(shape: Shape, heading: Heading, entry: Entry, extras: dict[str, str]) -> str:
    if heading.column == Column.EXTRA:
        return extras.get(heading.key, "")
    if heading.column not in CHOICES:
        return entry.text(heading.column)
    marks = shape.marks_of(heading.column)
    choices = entry.choices_of(heading.column)
    if not heading.is_option:
        return "\n".join(_ticked(choice, marks) for choice in choices)
    mine = next((choice for choice in choices if choice.label == heading.option), None)
    return _tick(mine, marks) if mine else ""


def _ticked(choice: Choice, marks: Marks) -> str:
    mark = marks.on if choice.is_chosen else marks.off
    return f"{mark}{choice.label}：{choice.note}" if choice.note else f"{mark}{choice.label}"


def _tick(choice: Choice, marks: Marks) -> str:
    mark = marks.on if choice.is_chosen else marks.off or ("□" if choice.note else "")
    return f"{mark} {choice.note}".strip()
