"""The tables of the filling screen: the printed layout with what was counted, typed and reported last year."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from plugins.api import Counted
from plugins.contrib.annual_report.enums import CountedAs
from plugins.contrib.annual_report.models import Figure
from plugins.contrib.annual_report.structure import Key, Table, Values, format_cell, is_sum
from plugins.contrib.annual_report.structure.layout import Grid, Laid, lay_out

from .typed import Typed, name_of, reason_name


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure on the screen. ``address`` leads to what was counted, ``earlier`` is last year's figure."""

    key: Key
    label: str
    text: str
    is_sum: bool
    is_wrong: bool
    is_override: bool
    counted: str
    is_unavailable: bool
    address: str
    earlier: str

    @property
    def name(self) -> str:
        return name_of(self.key)

    @property
    def reason_name(self) -> str:
        return reason_name(self.key)

    @property
    def is_counted(self) -> bool:
        return self.counted != ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its layout, and each row as pairs of what is printed and, for a figure, its cell."""

    grid: Grid
    rows: Sequence[Sequence[tuple[Laid, Cell | None]]]


@dataclass(frozen=True)
class Sheets:
    """What all tables of a report are made of."""

    typed: Typed
    values: Values
    earlier: Values
    answers: Sequence[Counted]
    wrong: Collection[Key]
    details: str
    is_rolled_up: bool = False

    def sheet(self, table: Table) -> Sheet:
        """One table."""
        grid = lay_out(table, self.values)
        addresses = {answer.source.table: answer for answer in self.answers}
        rows = [[(one, self._cell(one, addresses)) for one in row] for row in grid.body_rows]
        return Sheet(grid, rows)

    def _cell(self, one: Laid, answers: Mapping[str, Counted]) -> Cell | None:
        if one.key is None:
            return None
        key, figure = one.key, self.typed.figures.get(one.key)
        return Cell(
            key=key,
            label=one.label,
            text=one.text if one.is_sum else self.typed.texts.get(key, ""),
            is_sum=one.is_sum,
            is_wrong=key in self.wrong,
            is_override=key in self.overrides,
            counted=format_cell(figure.counted_value) if figure else "",
            is_unavailable=bool(figure) and figure.counted_as == CountedAs.UNAVAILABLE if figure else False,
            address=self._address(key, figure, answers.get(key[0])),
            earlier=format_cell(self.earlier.get(key)),
        )

    @cached_property
    def overrides(self) -> Collection[Key]:
        """Cells in which something else is typed than was counted."""
        return frozenset(self.typed.overrides())

    def _address(self, key: Key, figure: Figure | None, answer: Counted | None) -> str:
        """The list of what was counted; for a figure that is rolled up, the reports that make it."""
        is_shown = figure is not None and bool(figure.counted_as)
        if not is_shown and not ((answer or self.is_rolled_up) and is_sum(self.typed.form, key)):
            return ""
        address = answer.address_of(key[1], key[2]) if answer else ""
        return address or self.details.format(*key)
