"""The editor's form of a table: rows follow their columns, and nothing that was typed is lost by the way."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from plugins.api import ContentForm

from .rows import RowsRefused, join_text, lay_out, read_rows
from .schema import Schema


class GuideTableForm(ContentForm):
    """Draws the rows into the order of the columns.

    A draft may hold cells that are wrong: the editor names them, and the gate of publication asks for them.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Taken now: the forms of the columns write the new titles into these very columns.
        self._former = {column.title: column.key for column in self.instance.schema.columns}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        columns = self.formsets.get("columns")
        if "rows" in cleaned and columns is not None and columns.is_valid():
            try:
                cleaned["rows"] = self._drawn_up(cleaned["rows"], columns)
            except RowsRefused as error:
                self.add_error("rows", str(error))
        return cleaned

    def _drawn_up(self, text: str, columns: Any) -> str:
        schema = Schema(tuple(form.instance.as_column() for form in _kept(columns)))
        if text.strip() and not schema.columns:
            raise RowsRefused(_("Add the columns first; the rows are kept here until you do."))
        found, _problems = read_rows(schema, lay_out(text, schema, former=self._former))
        return join_text(schema.titles, found)


def _kept(columns: Any) -> list[Any]:
    """The forms of the columns that stay, in their order."""
    forms = [form for form in columns.forms if form.has_changed() or form.instance.title]
    kept = [form for form in forms if not form.cleaned_data.get("DELETE")]
    return sorted(kept, key=lambda form: form.cleaned_data.get("ORDER") or 0)
