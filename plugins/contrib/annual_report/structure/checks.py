"""What must be equal in a report, and what is not: each failure names the cells of both sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .forms import Balance, CarryOver, Form, Key, Row, Table
from .sums import add, is_sum, sums_of
from .values import Value, Values, format_cell


@dataclass(frozen=True, slots=True)
class Failure:
    """Two sides that are not equal. ``cell`` is where ``found`` stands, ``others`` what ``expected`` is made of.

    ``sentence`` says all of it in the active language.
    """

    code: str
    cell: Key
    others: tuple[Key, ...]
    expected: Value
    found: Value
    sentence: str


def checks(form: Form, values: Values, previous: Values | None = None) -> list[Failure]:
    """All that does not add up: totals, balances, and what came over from ``previous``, the report on the year before.

    ``previous`` is keyed as its own form keys it: both forms name what is carried over alike.
    """
    return [*_wrong_sums(form, values), *_wrong_balances(form, values), *_wrong_carry_overs(form, values, previous)]


def blanks(form: Form, values: Values) -> list[Key]:
    """Cells in which something must stand before the report goes on: all that are no sums."""
    return [key for key in form.cells() if values.get(key) is None and not is_sum(form, key)]


def shown(value: Value) -> str:
    """A value within a sentence."""
    return format_cell(value) or pgettext("cell of a report", "nothing")


def cell_name(form: Form, key: Key) -> str:
    """How a sentence names a cell: part, row, column."""
    words = {"part": form.part_of(key[0]).label, "row": form.row(key).path, "column": form.column(key).path}
    return _("%(part)s, row “%(row)s”, column “%(column)s”") % words


def _wrong_sums(form: Form, values: Values) -> Iterator[Failure]:
    for table in form.tables:
        for total, parts in sums_of(table):
            expected, found = add(values.get(part) for part in parts), values.get(total)
            if expected != found:
                yield _wrong_sum(form, table, (total, parts), expected, found)


def _wrong_sum(form: Form, table: Table, cells: tuple[Key, tuple[Key, ...]], expected: Value, found: Value) -> Failure:
    total, parts = cells
    is_across = total[1] == parts[0][1]
    words = {
        "cell": cell_name(form, total),
        "found": shown(found),
        "expected": shown(expected),
        "parts": _names([form.column(part).title for part in parts] if is_across else _row_names(table, parts)),
    }
    if is_across:
        sentence = _("%(cell)s says %(found)s, but the columns %(parts)s of this row make %(expected)s.")
    else:
        sentence = _("%(cell)s says %(found)s, but the rows %(parts)s of this column make %(expected)s.")
    return Failure("row-sum" if is_across else "column-sum", total, parts, expected, found, sentence % words)


def _row_names(table: Table, parts: Iterable[Key]) -> list[str]:
    return [table.rows_by_code[part[1]].path for part in parts]


def _names(names: list[str]) -> str:
    """A list for a sentence; of a long one its ends."""
    return "、".join(names) if len(names) <= 6 else _("%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}


def _wrong_balances(form: Form, values: Values) -> Iterator[Failure]:
    for balance in form.balances:
        table = form.tables_by_code[balance.table]
        for column in table.columns:
            left = [(table.code, row, column.code) for row in balance.left]
            right = [(table.code, row, column.code) for row in balance.right]
            made, met = add(values.get(key) for key in left), add(values.get(key) for key in right)
            if made != met:
                yield _unbalanced(form, balance, (left, right), made, met)


def _unbalanced(
    form: Form, balance: Balance, cells: tuple[list[Key], list[Key]], expected: Value, found: Value
) -> Failure:
    left, right = cells
    words = {
        "part": form.part_of(balance.table).label,
        "column": form.column(left[0]).path,
        "left": _terms(form, left),
        "right": _terms(form, right),
        "expected": shown(expected),
        "found": shown(found),
    }
    sentence = _("%(part)s, column “%(column)s”: %(left)s make %(expected)s, but %(right)s make %(found)s.") % words
    return Failure("balance", right[-1], (*left, *right[:-1]), expected, found, sentence)


def _terms(form: Form, keys: Iterable[Key]) -> str:
    return " + ".join(f"“{form.row(key).label}”" for key in keys)


def _wrong_carry_overs(form: Form, values: Values, previous: Values | None) -> Iterator[Failure]:
    for rule in form.carried if previous is not None else ():
        table = form.tables_by_code[rule.table]
        for column in table.columns:
            earlier = (table.code, rule.earlier, column.code)
            expected, cell = (previous or {}).get(earlier), (table.code, rule.later, column.code)
            if expected is not None and _number(values.get(cell)) != _number(expected):
                yield _not_carried(form, rule, (cell, earlier), expected, values.get(cell))


def _number(value: Value) -> Decimal | None:
    """“/” carries over as 0 does."""
    return value if value is None or isinstance(value, Decimal) else Decimal(0)


def _not_carried(form: Form, rule: CarryOver, cells: tuple[Key, Key], expected: Value, found: Value) -> Failure:
    row: Row = form.tables_by_code[rule.table].rows_by_code[rule.earlier]
    words = {
        "cell": cell_name(form, cells[0]),
        "row": row.label,
        "column": form.column(cells[0]).path,
        "found": shown(found),
        "expected": shown(expected),
    }
    sentence = _(
        "%(cell)s says %(found)s, but last year's report says %(expected)s in row “%(row)s”, column “%(column)s”."
    )
    return Failure("carried", cells[0], (cells[1],), expected, found, sentence % words)
