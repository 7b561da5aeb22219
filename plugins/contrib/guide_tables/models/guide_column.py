from __future__ import annotations

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.api import APIField
from wagtail.models import Orderable

from plugins.api import clean_words
from plugins.contrib.guide_tables.enums import ColumnKind
from plugins.contrib.guide_tables.schema import MAX_KEY, MAX_TITLE, Column, codes_of, key_of

validate_key = RegexValidator(
    r"\A[a-z][a-z0-9_]*\Z", _("Write small letters, digits and underscores, beginning with a letter.")
)


class GuideColumn(Orderable):
    """A column of a table."""

    page = ParentalKey("gongkai_tables.GuideTable", on_delete=models.CASCADE, related_name="columns")
    title = models.CharField(_("heading"), max_length=MAX_TITLE)
    kind = models.CharField(_("what it holds"), max_length=12, choices=ColumnKind.choices, default=ColumnKind.TEXT)
    unit_of_measure = models.CharField(_("unit of measure"), max_length=20, blank=True)
    codes = models.TextField(
        _("list of values"), blank=True, help_text=_("For a column that holds one of a list: one value a line.")
    )
    is_required = models.BooleanField(_("must be filled in"), default=False)
    is_filter = models.BooleanField(_("readers narrow the table by it"), default=False)
    is_listed = models.BooleanField(
        _("shown in the table"), default=True, help_text=_("Files have every column, whatever the page shows.")
    )
    key = models.CharField(
        _("key"),
        max_length=MAX_KEY,
        blank=True,
        validators=[validate_key],
        help_text=_("Its name for programs; left blank, the heading in pinyin. It should not change later."),
    )

    panels = [
        FieldRowPanel([FieldPanel("title"), FieldPanel("kind"), FieldPanel("unit_of_measure")]),
        FieldPanel("codes"),
        FieldRowPanel([FieldPanel("is_required"), FieldPanel("is_filter"), FieldPanel("is_listed")]),
        FieldPanel("key"),
    ]
    api_fields = [
        APIField(name, writable=True)
        for name in ("title", "kind", "unit_of_measure", "codes", "is_required", "is_filter", "is_listed", "key")
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("column of a table")
        verbose_name_plural = _("columns of a table")

    def __str__(self) -> str:
        return self.as_column().label

    def clean(self) -> None:
        """A column gets its key once, so that a heading can be reworded later."""
        super().clean()
        self.title = clean_words(self.title)
        self.key = self.key or key_of(self.title)

    def as_column(self) -> Column:
        """The column as a plain value."""
        values: dict[str, Any] = {name: getattr(self, name) for name in ("is_required", "is_filter", "is_listed")}
        return Column(
            key=self.key or key_of(self.title),
            title=self.title,
            kind=ColumnKind(self.kind),
            unit=self.unit_of_measure,
            codes=codes_of(self.codes),
            **values,
        )
