"""This year's figures beside those of the year before. Blank cells and “/” are no numbers and have no difference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import pgettext

from .frozen import Frozen
from .structure import Column, Form, Key, Row, Table, Value, format_cell
from .structure.sums import add

ROUND = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Compared:
    """One line: what is compared, both values, and by how much they differ."""

    label: str
    before: Value
    now: Value

    @property
    def change(self) -> Decimal | None:
        if isinstance(self.before, Decimal) and isinstance(self.now, Decimal):
            return self.now - self.before
        return None

    @property
    def percent(self) -> Decimal | None:
        """Against the year before, rounded to one place; nothing is a percentage of 0."""
        if self.change is None or not self.before:
            return None
        assert isinstance(self.before, Decimal)  # noqa: S101 (change says so)
        return (self.change * 100 / self.before).quantize(ROUND, ROUND_HALF_UP)

    @property
    def before_text(self) -> str:
        return format_cell(self.before)

    @property
    def now_text(self) -> str:
        return format_cell(self.now)

    @property
    def change_text(self) -> str:
        return "—" if self.change is None else f"{self.change:+f}" if self.change else "0"

    @property
    def percent_text(self) -> str:
        return "—" if self.percent is None else f"{self.percent:+f}%" if self.percent else "0%"

    @property
    def texts(self) -> tuple[str, ...]:
        """The line as it is written into a table, by ``Comparison.heads``."""
        return self.label, self.before_text, self.now_text, self.change_text, self.percent_text


@dataclass(frozen=True, slots=True)
class Comparison:
    """A table of lines; ``title`` is that of the part."""

    title: str
    lines: tuple[Compared, ...]

    @property
    def heads(self) -> tuple[str, ...]:
        """What its columns are called."""
        return (
            pgettext("of a comparison", "Item"),
            pgettext("of a comparison", "Year before"),
            pgettext("of a comparison", "This year"),
            pgettext("of a comparison", "Difference"),
            pgettext("of a comparison", "In per cent"),
        )


def compare(now: Frozen, before: Frozen) -> list[Comparison]:
    """Part by part, what both forms have: sums of rows and groups, not each cell."""
    parts = [part for part in now.form.parts if part.tables]
    found = [Comparison(part.label, tuple(_lines(now, before, part.tables))) for part in parts]
    return [one for one in found if one.lines]


def outcomes(frozen: Frozen) -> dict[str, Value]:
    """What became of requests, by the groups of part three: “（一）予以公开” and so on, with their sums."""
    table = frozen.form.tables_by_code["requests"]
    groups: dict[str, list[Value]] = {}
    for row in table.rows:
        if row.groups and not row.sum_of:
            groups.setdefault(_group(row), []).append(frozen.values.get((table.code, row.code, "total")))
    return {label: add(values) for label, values in groups.items()}


def applicants(frozen: Frozen) -> dict[str, Value]:
    """New requests by who made them."""
    table = frozen.form.tables_by_code["requests"]
    columns = [column for column in table.columns if not column.sum_of]
    return {column.title: frozen.values.get((table.code, "new", column.code)) for column in columns}


def _group(row: Row) -> str:
    """The group within part three, or the row that is one itself, without what is remarked in brackets."""
    return row.groups[1] if len(row.groups) > 1 else f"{row.numbering}{row.title.partition('（')[0]}"


def _lines(now: Frozen, before: Frozen, tables: tuple[str, ...]) -> Iterator[Compared]:
    for code in tables:
        if code in before.form.tables_by_code:
            table = now.form.tables_by_code[code]
            if code == "requests":
                yield from _requests(now, before, table)
            else:
                yield from _cells(now, before, table)


def _requests(now: Frozen, before: Frozen, table: Table) -> Iterator[Compared]:
    results, earlier = outcomes(now), outcomes(before)
    for row in table.rows:
        if not row.groups or row.sum_of:
            key = (table.code, row.code, "total")
            yield Compared(row.label, before.values.get(key), now.values.get(key))
        elif (label := _group(row)) in results:
            yield Compared(label, earlier.get(label), results.pop(label))


def _cells(now: Frozen, before: Frozen, table: Table) -> Iterator[Compared]:
    """Cells of tables that have sums: the sums; of others all that the former form has too."""
    summed = [column for column in table.columns if column.sum_of] or table.columns
    for row in table.rows:
        for column in summed:
            key = (table.code, row.code, column.code)
            if means_the_same(now.form, before.form, key):
                label = f"{row.path} / {column.title}" if len(summed) > 1 else row.path
                yield Compared(label, before.values.get(key), now.values.get(key))


def means_the_same(now: Form, before: Form, key: Key) -> bool:
    """Whether both forms have the cell and head its column alike: “现行有效件数” is not “对外公开总数量”."""
    here, there = _column(now, key), _column(before, key)
    return here is not None and there is not None and _heading(here) == _heading(there)


def _column(form: Form, key: Key) -> Column | None:
    table = form.tables_by_code.get(key[0])
    return table.columns_by_code.get(key[2]) if table is not None and key[1] in table.rows_by_code else None


def _heading(column: Column) -> str:
    """A later form says “of this year” where the former one left it out."""
    return column.title.removeprefix("本年")
