from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.api import APIField
from wagtail.search import index

from plugins.api import ATTACHMENTS, TITLE, Content, Problem, prose_field
from plugins.contrib.guide_tables.forms import GuideTableForm
from plugins.contrib.guide_tables.panels import FilePanel, RowsPanel
from plugins.contrib.guide_tables.rows import rows_of, text_problems
from plugins.contrib.guide_tables.schema import MAX_COLUMNS, Schema
from plugins.contrib.guide_tables.shown import context_of_table
from plugins.contrib.guide_tables.table import Table


class GuideTable(Content):
    """A table in which people look something up (名录), such as the schools of a district.

    ``rows`` is text, as ``rows.py`` writes it: the versions of the page are those of the table.
    """

    introduction = prose_field(_("introduction"))
    rows = models.TextField(
        _("rows of the table"),
        blank=True,
        help_text=_("The first line names the columns; cells are separated by tabs, as spreadsheets copy them."),
    )

    template = "gongkai_tables/guide_table.html"
    base_form_class = GuideTableForm
    required_header_fields: ClassVar[tuple[str, ...]] = ("rows",)
    required_children: ClassVar[tuple[str, ...]] = ("columns",)
    description_field: ClassVar[str] = "introduction"

    content_panels = [
        TITLE,
        FieldPanel("introduction"),
        InlinePanel(
            "columns",
            heading=pgettext_lazy("of a guide table", "Columns"),
            label=pgettext_lazy("of a guide table", "Column"),
            max_num=MAX_COLUMNS,
            help_text=_("The first column names the row."),
        ),
        RowsPanel("rows"),
        FilePanel(),
        ATTACHMENTS,
    ]
    search_fields: ClassVar[list[Any]] = [*Content.search_fields, index.SearchField("introduction")]
    api_fields: ClassVar[list[APIField]] = [
        *Content.api_fields,
        APIField("introduction", writable=True),
        APIField("columns", writable=True),
        APIField("rows", writable=True),
    ]

    class Meta:
        verbose_name = _("guide table")
        verbose_name_plural = _("guide tables")

    @property
    def schema(self) -> Schema:
        """Its columns in the authors' order. Read anew each time: a form changes them under way."""
        return Schema(tuple(column.as_column() for column in self.columns.all()))

    @property
    def table(self) -> Table:
        """Its columns and rows as plain values; one query."""
        schema = self.schema
        return Table(schema, rows_of(self.rows, schema))

    def problems(self) -> list[Problem]:
        """Everything because of which it cannot be published, however it was written."""
        table = self.table
        return [*text_problems(self.rows, table.schema), *table.problems()]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """With the rows that the address asks for."""
        return {**super().get_context(request, *args, **kwargs), **context_of_table(self, request.GET)}
