"""Tables as they are printed: rows of cells with what is merged, the same on the page and in every file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .forms import Column, Key, Row, Table
from .values import Values, format_cell


@dataclass(frozen=True, slots=True)
class Laid:
    """One printed cell. ``row`` and ``column`` count from 0; ``scope`` is that of a heading, empty for a figure.

    ``label`` names a figure within its row, for where headings are not above it.
    """

    text: str
    row: int
    column: int
    down: int = 1
    across: int = 1
    scope: str = ""
    key: Key | None = None
    label: str = ""
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table laid out: ``heads`` rows of headings, then the figures; each cell stands where it begins."""

    table: Table
    rows: tuple[tuple[Laid, ...], ...]
    heads: int
    width: int

    @property
    def head_rows(self) -> tuple[tuple[Laid, ...], ...]:
        return self.rows[: self.heads]

    @property
    def body_rows(self) -> tuple[tuple[Laid, ...], ...]:
        return self.rows[self.heads :]


def lay_out(table: Table, values: Values) -> Grid:
    """The table with its figures, as its form prints it."""
    return _across(table, values) if table.is_across else _upright(table, values)


def _upright(table: Table, values: Values) -> Grid:
    stubs = 1 + max(len(row.groups) for row in table.rows)
    heads = _heads(table, stubs)
    lines = [[*_stub(table, place, len(heads), stubs)] for place in range(len(table.rows))]
    for place, row in enumerate(table.rows):
        lines[place] += [
            _figure(table, row, column, values, at=(len(heads) + place, stubs + number), label=column.path)
            for number, column in enumerate(table.columns)
        ]
    rows = tuple(tuple(line) for line in [*heads, *lines])
    return Grid(table, rows, len(heads), stubs + len(table.columns))


def _heads(table: Table, stubs: int) -> list[list[Laid]]:
    """The stub over all heading rows, a heading over all columns, groups, titles; titles without a group reach up."""
    above = 1 if table.heading else 0
    depth = above + (2 if any(column.group for column in table.columns) else 1)
    lines: list[list[Laid]] = [[] for _line in range(depth)]
    lines[0].append(Laid(table.stub, 0, 0, down=depth, across=stubs, scope="col"))
    if above:
        lines[0].append(Laid(table.heading, 0, stubs, across=len(table.columns), scope="colgroup"))
    for first, last in _runs([column.group or column.code for column in table.columns]):
        column = table.columns[first]
        if column.group:
            across = last - first + 1
            lines[above].append(Laid(column.group, above, stubs + first, across=across, scope="colgroup"))
            lines[-1] += [
                Laid(table.columns[place].title, depth - 1, stubs + place, scope="col")
                for place in range(first, last + 1)
            ]
        else:
            lines[above].append(Laid(column.title, above, stubs + first, down=depth - above, scope="col"))
    return lines


def _stub(table: Table, place: int, top: int, stubs: int) -> Iterator[Laid]:
    """What stands left of a row: groups that begin with it, and its own label up to the figures."""
    row = table.rows[place]
    for level in range(len(row.groups)):
        for first, last in _runs([one.groups[: level + 1] for one in table.rows]):
            if first == place:
                yield Laid(row.groups[level], top + place, level, down=last - first + 1, scope="rowgroup")
    level = len(row.groups)
    yield Laid(row.label, top + place, level, across=stubs - level, scope="row")


def _across(table: Table, values: Values) -> Grid:
    """Rows beside each other: their groups, their labels, the titles of the columns for each; one line of figures."""
    each = len(table.columns)
    lines: list[list[Laid]] = [[], [], []]
    for first, last in _runs([row.groups or (row.code,) for row in table.rows]):
        row = table.rows[first]
        down, text = (1, row.groups[0]) if row.groups else (2, row.label)
        lines[0].append(Laid(text, 0, first * each, down=down, across=(last - first + 1) * each, scope="colgroup"))
    figures: list[Laid] = []
    for place, row in enumerate(table.rows):
        if row.groups:
            lines[1].append(Laid(row.label, 1, place * each, across=each, scope="colgroup"))
        for number, column in enumerate(table.columns, start=place * each):
            lines[2].append(Laid(column.title, 2, number, scope="col"))
            label = f"{row.path} / {column.title}"
            figures.append(_figure(table, row, column, values, at=(3, number), label=label))
    rows = tuple(tuple(line) for line in [*lines, figures])
    return Grid(table, rows, 3, each * len(table.rows))


def _figure(table: Table, row: Row, column: Column, values: Values, *, at: tuple[int, int], label: str) -> Laid:
    key = (table.code, row.code, column.code)
    is_sum = bool(row.sum_of or column.sum_of)
    return Laid(format_cell(values.get(key)), *at, key=key, label=label, is_sum=is_sum)


def _runs(keys: Sequence[object]) -> Iterator[tuple[int, int]]:
    """First and last place of neighbours that are equal."""
    bounds = [0, *(place for place in range(1, len(keys)) if keys[place] != keys[place - 1]), len(keys)]
    yield from ((first, last - 1) for first, last in pairwise(bounds))
