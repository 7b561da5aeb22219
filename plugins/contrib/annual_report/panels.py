"""The panel of the editor that shows the figures of a report, which are made by counting and not by typing."""

from __future__ import annotations

from typing import Any

from wagtail.admin.compare import FieldComparison
from wagtail.admin.panels import FieldPanel

from .frozen import Frozen
from .structure import Form, Key, format_cell


class FiguresComparison(FieldComparison):
    """Cell by cell, named by row and column."""

    def __init__(self, field: Any, obj_a: Any, obj_b: Any) -> None:
        super().__init__(field, obj_a, obj_b)
        self.year = obj_b.year  # Wagtail keeps the values alone

    def htmldiff(self) -> str:
        from django.template.loader import render_to_string

        before, now = (Frozen.of(text or "", year=self.year) for text in (self.val_a, self.val_b))
        changes = changed_cells(before, now)
        return render_to_string("gongkai_annual/figure_changes.html", {"changes": changes})


def changed_cells(before: Frozen, now: Frozen) -> list[tuple[str, str, str]]:
    """Name, former and present text of each cell that changed."""
    keys = dict.fromkeys([*before.form.cells(), *now.form.cells()])
    pairs = ((key, format_cell(before.values.get(key)), format_cell(now.values.get(key))) for key in keys)
    return [(_name(before.form, now.form, key), was, is_) for key, was, is_ in pairs if was != is_]


def _name(before: Form, now: Form, key: Key) -> str:
    table = now.tables_by_code.get(key[0])
    form = now if table and key[1] in table.rows_by_code and key[2] in table.columns_by_code else before
    return f"{form.tables_by_code[key[0]].title}：{form.row(key).path}，{form.column(key).path}"


class FiguresPanel(FieldPanel):
    """The tables as readers will see them, and what does not add up in them."""

    def get_comparison_class(self) -> type[FieldComparison]:
        return FiguresComparison

    class BoundPanel(FieldPanel.BoundPanel):
        template_name = "gongkai_annual/figures_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            from .complaints import sentences_of
            from .writing import sections_of

            grids = [grid for section in sections_of(self.instance.contents) for grid in section.grids]
            found = {"grids": grids, "problems": sentences_of(self.instance) if self.instance.figures else []}
            return {**super().get_context_data(parent_context), **found}
