"""Panels of the editor: the grid of rows with what is wrong in it, and the ways to and from files."""

from __future__ import annotations

from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.compare import FieldComparison
from wagtail.admin.panels import FieldPanel, Panel

from .comparison import compare_rows
from .table import sentences

#: Problems that the editor lists; the gate of publication counts the others.
LISTED = 50


class RowsComparison(FieldComparison):
    """Row by row and cell by cell; thousands of rows as one text would take minutes and show nothing."""

    def htmldiff(self) -> str:
        changes = compare_rows(self.val_a or "", self.val_b or "")
        return render_to_string("gongkai_tables/row_changes.html", {"changes": changes})


class RowsInput(forms.Textarea):
    """Has the form sent in parts: in the other encoding a Chinese character takes nine bytes, and a large table is
    refused by the server before anybody can say why.
    """

    needs_multipart_form = True


class RowsPanel(FieldPanel):
    """Rows as text, which a script turns into a grid."""

    def __init__(self, field_name: str, **kwargs: Any) -> None:
        attrs = {"rows": 12, "wrap": "off", "spellcheck": "false", "data-gk-rows": ""}
        super().__init__(field_name, **{"widget": RowsInput(attrs=attrs), **kwargs})

    def get_comparison_class(self) -> type[FieldComparison]:
        return RowsComparison

    class BoundPanel(FieldPanel.BoundPanel):
        template_name = "gongkai_tables/rows_panel.html"

        @property
        def media(self) -> forms.Media:
            own = forms.Media(js=["gongkai_tables/grid.js"], css={"all": ["gongkai_tables/grid.css"]})
            return super().media + own

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            problems = self.instance.problems() if self.instance.rows else []
            more = max(0, len(problems) - LISTED)
            found = {"problems": sentences(problems[:LISTED]), "more_problems": more}
            return {**super().get_context_data(parent_context), **found}


class FilePanel(Panel):
    """The ways to rows from a file, and to an empty workbook with the headings."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Rows from a file"), **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "gongkai_tables/file_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            key = self.instance.pk
            names = {"import_url": "import", "workbook_url": "workbook"} if key else {}
            urls = {name: reverse(f"guide-tables-admin:{view}", args=[key]) for name, view in names.items()}
            return {**super().get_context_data(parent_context), **urls}
