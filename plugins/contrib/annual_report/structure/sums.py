"""Sums of the tables: of columns within a row, and of rows within a column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from .forms import Form, Key, Table
from .values import NOT_APPLICABLE, Value, Values


def add(values: Iterable[Value]) -> Value:
    """The sum: blank cells and “/” add nothing; of such cells alone it is “/” if all are, else blank."""
    parts = list(values)
    numbers = [part for part in parts if isinstance(part, Decimal)]
    if numbers:
        return sum(numbers, Decimal(0))
    return NOT_APPLICABLE if parts and all(part is NOT_APPLICABLE for part in parts) else None


def is_sum(form: Form, key: Key) -> bool:
    """Whether the cell is made of others and never typed."""
    return bool(form.row(key).sum_of or form.column(key).sum_of)


def sums_of(table: Table) -> Iterator[tuple[Key, tuple[Key, ...]]]:
    """Each sum with its parts: columns within rows first, so that rows can be added up afterwards."""
    code = table.code
    for row in table.rows:
        for column in table.columns:
            if column.sum_of:
                yield (code, row.code, column.code), tuple((code, row.code, part) for part in column.sum_of)
    for row in table.rows:
        if row.sum_of:
            for column in table.columns:
                yield (code, row.code, column.code), tuple((code, part, column.code) for part in row.sum_of)


def summed(form: Form, values: Values) -> dict[Key, Value]:
    """The values with all sums made anew; what is given for a sum does not count."""
    full = dict(values)
    for table in form.tables:
        for total, parts in sums_of(table):
            full[total] = add(full.get(part) for part in parts)
    return full


def rolled_up(form: Form, reports: Iterable[Values]) -> dict[Key, Value]:
    """The sum of several reports, cell by cell, with all sums made anew."""
    all_values = list(reports)
    return summed(form, {key: add(values.get(key) for values in all_values) for key in form.cells()})
