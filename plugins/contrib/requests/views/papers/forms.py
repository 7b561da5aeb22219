"""What is typed on the screens of papers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from plugins.contrib.requests.enums import REFUSALS, FileKind
from plugins.contrib.requests.fees import Fee, FeeBasis, fee_by_items, fee_by_pages
from plugins.contrib.requests.letters.kinds import LETTER_KINDS
from plugins.contrib.requests.protection.files import check_uploads
from plugins.contrib.requests.redaction import AreaMark, Mark, SpanMark, WordMark
from plugins.contrib.requests.views.desk.forms.base import day_field, text_field

WORD_ROWS, AREA_ROWS, SPAN_ROWS = 4, 4, 3
_REASONS = [("", "—"), *((outcome.value, outcome.label) for outcome in REFUSALS)]


class SourceForm(forms.Form):
    """A file with the information: as it is held, for giving a part of it, or as the applicant gets it."""

    source = forms.FileField(
        label=gettext_lazy("File with the information"), help_text=gettext_lazy("PDF, DOCX or text.")
    )
    kind = forms.TypedChoiceField(
        label=pgettext_lazy("file of a case", "What it is"),
        choices=[(one.value, one.label) for one in (FileKind.SOURCE, FileKind.ANSWER)],
        coerce=FileKind,
        required=False,
    )

    def clean_source(self) -> Any:
        source = self.cleaned_data["source"]
        check_uploads([source])
        return source


class KindForm(forms.Form):
    """Which letter is written."""

    kind = forms.ChoiceField(label=pgettext_lazy("letter", "kind of letter"), choices=LETTER_KINDS)


class LetterForm(forms.Form):
    """A letter or its wording: all that a person writes of it."""

    title = forms.CharField(label=pgettext_lazy("letter", "title of the letter"), max_length=100)
    body = text_field(pgettext_lazy("letter", "text of the letter"), rows=18)


class DraftForm(LetterForm):
    """A letter of a case."""

    organ = forms.CharField(label=pgettext_lazy("letter", "organ that signs"), max_length=200)
    field_order = ["organ", "title", "body"]


class WordingForm(LetterForm):
    """The wording of a kind of letter."""

    basis = forms.CharField(label=gettext_lazy("legal basis"), max_length=300)
    field_order = ["title", "basis", "body"]


class FeeForm(forms.Form):
    """By what a fee is reckoned, and how much there is."""

    basis = forms.ChoiceField(label=gettext_lazy("basis of the fee"), choices=FeeBasis.choices)
    quantity = forms.IntegerField(label=gettext_lazy("items or pages"), min_value=1, max_value=100_000)
    before = forms.IntegerField(
        label=gettext_lazy("items earlier in the month"), min_value=0, max_value=100_000, required=False
    )

    def fee(self) -> Fee:
        given = self.cleaned_data
        if given["basis"] == FeeBasis.ITEMS:
            return fee_by_items(items=given["quantity"], before=given["before"] or 0)
        return fee_by_pages(pages=given["quantity"])


class PaidForm(forms.Form):
    """When a fee came."""

    day = day_field()


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
    #: Where each line of the text begins.
    starts: list[int]

    def mark(self) -> Mark:
        given = self.cleaned_data
        start = self.starts[min(given["line"], len(self.starts)) - 1]
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

    def mark(self) -> Mark:
        given = self.cleaned_data
        left, top, width, height = (float(given[name]) for name in ("left", "top", "width", "height"))
        return AreaMark(given["page"], left, top, width, height, given["reason"])
