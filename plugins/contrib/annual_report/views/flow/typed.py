"""What somebody has typed into the cells of a report, read from what the browser sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from plugins.contrib.annual_report.domain.filling import Entry
from plugins.contrib.annual_report.domain.sources import leaves
from plugins.contrib.annual_report.domain.values import complete
from plugins.contrib.annual_report.models import Figure
from plugins.contrib.annual_report.structure import CellRefused, Form, Key, Value, format_cell, read_cell
from plugins.contrib.annual_report.structure.checks import cell_name


def name_of(key: Key) -> str:
    """The name of a cell's field, and its place on the screen."""
    return ".".join(["c", *key])


def reason_name(key: Key) -> str:
    """The name of the field with the reason."""
    return ".".join(["r", *key])


@dataclass
class Typed:
    """Texts and reasons by cell, and what they mean; ``errors`` are sentences about texts that mean nothing."""

    form: Form
    figures: Mapping[Key, Figure]
    texts: dict[Key, str] = field(default_factory=dict)
    reasons: dict[Key, str] = field(default_factory=dict)
    values: dict[Key, Value] = field(default_factory=dict)
    errors: dict[Key, str] = field(default_factory=dict)

    def read(self) -> Typed:
        """Find out what the texts mean."""
        for key, text in self.texts.items():
            try:
                self.values[key] = read_cell(text, self.form.column(key).kind)
            except CellRefused as error:
                words = {"cell": cell_name(self.form, key), "why": error.message, "remedy": error.remedy}
                self.errors[key] = _("%(cell)s: %(why)s %(remedy)s") % words
        return self

    @property
    def entries(self) -> dict[Key, Entry]:
        return {key: Entry(value, self.reasons.get(key, "")) for key, value in self.values.items()}

    def value(self, key: Key) -> Value:
        """What the report would say: what is typed, else what was counted."""
        typed, figure = self.values.get(key), self.figures.get(key)
        return typed if typed is not None or figure is None else figure.counted_value

    def complete(self) -> dict[Key, Value]:
        """Every cell with the sums, as if all of it were kept."""
        return complete(self.form, {key: self.value(key) for key in leaves(self.form)})

    def overrides(self) -> list[Key]:
        """Cells in which something else is typed than was counted."""
        counted = {key: one.counted_value for key, one in self.figures.items()}
        return [
            key
            for key, value in self.values.items()
            if value is not None and counted.get(key) is not None and value != counted[key]
        ]

    def fill_blanks(self, table: str, text: str) -> int:
        """Write ``text`` into each cell of ``table`` that says nothing; answers into how many."""
        blank = [key for key in leaves(self.form) if key[0] == table and not self.texts.get(key, "").strip()]
        open_cells = [key for key in blank if self.value(key) is None]
        self.texts |= dict.fromkeys(open_cells, text)
        self.read()
        return len(open_cells)


def typed_in(form: Form, figures: Mapping[Key, Figure], data: Any) -> Typed:
    """What a form sent; cells that it did not send are not typed."""
    texts = {key: data[name_of(key)] for key in leaves(form) if name_of(key) in data}
    reasons = {key: data[reason_name(key)] for key in leaves(form) if reason_name(key) in data}
    return Typed(form, figures, texts, reasons).read()


def typed_before(form: Form, figures: Mapping[Key, Figure]) -> Typed:
    """What the report says now, as if it were typed."""
    texts = {key: format_cell(figures[key].value) if key in figures else "" for key in leaves(form)}
    reasons = {key: figure.reason for key, figure in figures.items()}
    return Typed(form, figures, texts, reasons).read()


def anchors(keys: Iterable[Key]) -> list[str]:
    """Where these cells stand on the screen."""
    return [name_of(key) for key in keys]
