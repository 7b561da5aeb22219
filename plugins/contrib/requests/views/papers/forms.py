"""What is typed on the screens of papers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy, pgettext_lazy

from plugins.contrib.requests.enums import FileKind
from plugins.contrib.requests.fees import Fee, FeeBasis, fee_by_items, fee_by_pages
from plugins.contrib.requests.letters.kinds import LETTER_KINDS
from plugins.contrib.requests.protection.files import check_uploads
from plugins.contrib.requests.views.desk.forms.base import day_field, text_field


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
        label=gettext_lazy("items earlier in the month"),
        min_value=0,
        max_value=100_000,
        required=False,
        help_text=gettext_lazy("By item only: what this applicant asked for in the same month before."),
    )

    def fee(self) -> Fee:
        given = self.cleaned_data
        if given["basis"] == FeeBasis.ITEMS:
            return fee_by_items(items=given["quantity"], before=given["before"] or 0)
        return fee_by_pages(pages=given["quantity"])


class PaidForm(forms.Form):
    """When a fee came."""

    name = "paid_form"
    day = day_field()


class ServedForm(PaidForm):
    """When the notice of a fee arrived."""

    name = "served_form"

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="id_served_%s")
