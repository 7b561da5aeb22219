"""Rows of marks, and the pages of a PDF that only a person can look through."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from plugins.contrib.requests.enums import REFUSALS
from plugins.contrib.requests.redaction import AreaMark, Mark, SpanMark, WordMark

WORD_ROWS, AREA_ROWS, SPAN_ROWS = 4, 4, 3
_REASONS = [("", "—"), *((outcome.value, outcome.label) for outcome in REFUSALS)]


class PagesForm(forms.Form):
    """Pages on which no words can be found and, as whoever marks has seen, nothing is to be hidden."""

    clear = forms.TypedMultipleChoiceField(coerce=int, required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, data: Any, pages: Sequence[int]) -> None:
        super().__init__(data)
        said = _("Page %(number)d: I have looked at it, and nothing on it is to be hidden")
        self.choices = [(page, said % {"number": page}) for page in pages]
        self.fields["clear"].choices = self.choices  # type: ignore[attr-defined]  # a field of choices

    def pages(self) -> list[int]:
        """Those that were confirmed."""
        return list(self.cleaned_data["clear"]) if self.is_valid() else []


class MarkForm(forms.Form):
    """One mark; a row without a reason and without anything else is no mark."""

    reason = forms.ChoiceField(label=pgettext_lazy("of a mark", "Reason"), choices=_REASONS, required=False)

    def clean(self) -> dict[str, Any]:
        super().clean()
        given = {name: value for name, value in self.cleaned_data.items() if value not in {None, ""}}
        missing = [name for name in self.fields if name not in given and name not in self.errors]
        if given and missing:
            labels = "、".join(str(self.fields[name].label) for name in missing)
            raise ValidationError(_("Also needed: %(fields)s.") % {"fields": labels})
        return given

    def mark(self) -> Mark:
        raise NotImplementedError


class WordForm(MarkForm):
    """Words, wherever they stand."""

    words = forms.CharField(label=pgettext_lazy("of a mark", "Words"), required=False, max_length=200)
    field_order = ["words", "reason"]

    def mark(self) -> Mark:
        return WordMark(self.cleaned_data["words"], self.cleaned_data["reason"])


class SpanForm(MarkForm):
    """A place of a text, in characters of one of its lines, from 1."""

    line = forms.IntegerField(label=gettext_lazy("Line"), min_value=1, required=False)
    first = forms.IntegerField(label=gettext_lazy("From character"), min_value=1, required=False)
    last = forms.IntegerField(label=gettext_lazy("To character"), min_value=1, required=False)
    field_order = ["line", "first", "last", "reason"]
    #: The lines of the text.
    lines: Sequence[str] = ()

    def clean(self) -> dict[str, Any]:
        """A place that is not there is told, and never taken for another."""
        given = super().clean()
        if {"line", "first", "last"} <= given.keys():
            self._check_place(given["line"], given["first"], given["last"])
        return given

    def _check_place(self, line: int, first: int, last: int) -> None:
        if line > len(self.lines):
            self.add_error("line", _("The text has %(lines)d lines.") % {"lines": len(self.lines)})
        elif not first <= last <= len(self.lines[line - 1]):
            problem = _("Line %(line)d has %(length)d characters; “from” comes before “to”.")
            self.add_error("last", problem % {"line": line, "length": len(self.lines[line - 1])})

    def mark(self) -> Mark:
        given = self.cleaned_data
        start = sum(len(line) + 1 for line in self.lines[: given["line"] - 1])
        return SpanMark(start + given["first"] - 1, start + given["last"], given["reason"])


def _percent(label: Any) -> forms.DecimalField:
    between = [MinValueValidator(0), MaxValueValidator(100)]
    return forms.DecimalField(label=label, validators=between, decimal_places=1, required=False)


class AreaForm(MarkForm):
    """A rectangle on a page, in percent of the page."""

    page = forms.IntegerField(label=pgettext_lazy("of a mark", "Page"), min_value=1, required=False)
    left = _percent(gettext_lazy("From left, %"))
    top = _percent(gettext_lazy("From top, %"))
    width = _percent(gettext_lazy("Width, %"))
    height = _percent(gettext_lazy("Height, %"))
    field_order = ["page", "left", "top", "width", "height", "reason"]
    #: How many pages there are.
    pages = 0

    def clean(self) -> dict[str, Any]:
        """An area that is not on its page is told where it was typed."""
        given = super().clean()
        if given.get("page", 0) > self.pages:
            self.add_error("page", _("This PDF has %(pages)d pages.") % {"pages": self.pages})
        for start, size in (("left", "width"), ("top", "height")):
            if {start, size} <= given.keys():
                self._check_extent(size, given[start], given[size])
        return given

    def _check_extent(self, field: str, start: Decimal, size: Decimal) -> None:
        if not size:
            self.add_error(field, _("An area without width or height hides nothing."))
        elif start + size > 100:
            self.add_error(field, _("The area leaves the page: at most %(rest)s is left.") % {"rest": 100 - start})

    def mark(self) -> Mark:
        given = self.cleaned_data
        left, top, width, height = (float(given[name]) for name in ("left", "top", "width", "height"))
        return AreaMark(given["page"], left, top, width, height, given["reason"])
