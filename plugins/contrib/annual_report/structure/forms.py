"""What a form of the report is made of: parts, tables, rows and columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

#: Of a cell: table, row, column.
Key = tuple[str, str, str]


class Kind(StrEnum):
    """What stands in the cells of a column: whole numbers, money in 万元, or by how much something changed."""

    COUNT = "count"
    AMOUNT = "amount"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Row:
    """One row. ``groups`` are the merged cells to its left, the outermost first; ``sum_of`` the rows that make it."""

    code: str
    title: str
    numbering: str = ""
    level: int = 0
    groups: tuple[str, ...] = ()
    sum_of: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The title with its number, as it is printed."""
        return f"{self.numbering}{self.title}"

    @property
    def path(self) -> str:
        """The label with what stands left of it, for a sentence: “（三）不予公开 / 1.属于国家秘密”."""
        return " / ".join([*self.groups[1:], self.label]) if len(self.groups) > 1 else self._in_group

    @property
    def _in_group(self) -> str:
        return self.label if self.numbering or not self.groups else f"{self.groups[0]} / {self.label}"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``group`` is the heading above it, if it shares one; ``sum_of`` are the columns that make it."""

    code: str
    title: str
    group: str = ""
    kind: Kind = Kind.COUNT
    sum_of: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        return f"{self.group} / {self.title}" if self.group else self.title


@dataclass(frozen=True)
class Table:
    """One table. ``stub`` stands above its rows, ``heading`` above all columns.

    ``is_across``: the form prints its rows beside each other, as groups of columns over a single line of figures.
    """

    code: str
    title: str
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    stub: str = ""
    heading: str = ""
    is_across: bool = False

    @cached_property
    def rows_by_code(self) -> Mapping[str, Row]:
        return {row.code: row for row in self.rows}

    @cached_property
    def columns_by_code(self) -> Mapping[str, Column]:
        return {column.code: column for column in self.columns}

    def cells(self) -> Iterator[Key]:
        """All cells, row by row."""
        return ((self.code, row.code, column.code) for row in self.rows for column in self.columns)


@dataclass(frozen=True, slots=True)
class Prose:
    """A text of the report; ``hint`` says what belongs into it."""

    code: str
    title: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the six parts: texts, or tables."""

    code: str
    numbering: str
    title: str
    prose: tuple[Prose, ...] = ()
    tables: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return f"{self.numbering}{self.title}"


@dataclass(frozen=True, slots=True)
class Balance:
    """Rows of a table whose sums are equal in each column, such as 一 + 二 = （七） + 四."""

    table: str
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CarryOver:
    """A row of last year's report that is another row of this year's, column by column."""

    table: str
    earlier: str
    later: str


@dataclass(frozen=True)
class Form:
    """One form of the report, used from ``first_year`` until the next one."""

    code: str
    first_year: int
    parts: tuple[Part, ...]
    tables: tuple[Table, ...]
    balances: tuple[Balance, ...]
    carried: tuple[CarryOver, ...]
    #: Rows of later forms that this one does not tell apart → the row that has them here.
    folded: Mapping[str, str]

    @cached_property
    def tables_by_code(self) -> Mapping[str, Table]:
        return {table.code: table for table in self.tables}

    @cached_property
    def prose(self) -> tuple[Prose, ...]:
        """All texts, in the order of the parts."""
        return tuple(prose for part in self.parts for prose in part.prose)

    def cells(self) -> Iterator[Key]:
        """All cells, table by table."""
        return (key for table in self.tables for key in table.cells())

    def part_of(self, table: str) -> Part:
        """The part that a table stands in."""
        return next(part for part in self.parts if table in part.tables)

    def row(self, key: Key) -> Row:
        return self.tables_by_code[key[0]].rows_by_code[key[1]]

    def column(self, key: Key) -> Column:
        return self.tables_by_code[key[0]].columns_by_code[key[2]]
