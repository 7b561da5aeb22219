"""Forms of the responsibility screens."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from .changes import Plan
from .reading.limits import MAX_FILE_BYTES


class TableFileField(forms.FileField):
    """A file of tables, of any name: what it is, its content decides. Too large a one is refused before it is read."""

    def clean(self, data: Any, initial: Any = None) -> UploadedFile:
        """Raise ``ValidationError`` for a file that no reader takes."""
        file: UploadedFile = super().clean(data, initial)
        if (file.size or 0) > MAX_FILE_BYTES:
            raise ValidationError(_("The file is larger than 10 MB. Save the table alone and upload that."))
        return file


class UploadForm(forms.Form):
    """The table of a district."""

    file = TableFileField(
        label=_("Responsibility table"), help_text=_("CSV, XLSX or DOCX with the headings of the table; at most 10 MB.")
    )


class ConfirmForm(forms.Form):
    """Confirmation of the plan that was seen, and of those renames that a person knows to be renames."""

    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(rename.label, f"{rename.old[-1]} → {rename.new[-1]}") for rename in plan.proposals]
        self.fields["renames"] = forms.MultipleChoiceField(
            label=_("These columns were renamed"),
            required=False,
            choices=choices,
            widget=forms.CheckboxSelectMultiple,
        )
        self.fields["seen"].initial = plan.fingerprint()
