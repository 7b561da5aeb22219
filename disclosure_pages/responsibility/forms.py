"""Forms of the responsibility screens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.tenancy.models import District, Unit
from plugins.contributions.files import FileUse
from plugins.formats import labels_of_formats

from .changes import Plan
from .domain.proposing import Proposal
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

    def __init__(self, *args: Any, district: District, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = labels_of_formats(FileUse.RESPONSIBILITY_TABLE, [district.pk])
        if labels:
            also = _("Also: %(formats)s.") % {"formats": "、".join(labels)}
            self.fields["file"].help_text = f"{self.fields['file'].help_text} {also}"


class ProposalForm(forms.Form):
    """A column that a plug-in proposes, and the unit that is to be responsible for it."""

    name = forms.ChoiceField(label=pgettext_lazy("of the tree", "Column"))
    unit = forms.ModelChoiceField(label=_("Responsible unit"), queryset=Unit.objects.none())

    def __init__(self, *args: Any, district: District, proposals: Sequence[Proposal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._proposals = {proposal.name: proposal for proposal in proposals}
        self.fields["name"].choices = [(name, proposal.label) for name, proposal in self._proposals.items()]  # type: ignore[attr-defined]
        self.fields["unit"].queryset = Unit.objects.of_district(district).active(on=timezone.localdate())  # type: ignore[attr-defined]

    def proposal(self) -> Proposal:
        """The one that was chosen."""
        return self._proposals[self.cleaned_data["name"]]


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
