"""Forms of the import: the file and whose it is, then what its catalogues and columns are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plugins.api import City, District, TableFileField

from .domain.pending import Offered
from .enums import Column
from .models import Field


def key_of(owner: City | District) -> str:
    """How a form names an owner."""
    return f"{'city' if isinstance(owner, City) else 'district'}:{owner.pk}"


class OwnerForm(forms.Form):
    """Whose catalogues something is about, of ``owners``; their keys and rows stand in ``self.owners``."""

    owner = forms.ChoiceField(label=_("Whose catalogues these are"))

    def __init__(self, *args: Any, owners: Sequence[City | District], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owners = {key_of(owner): owner for owner in owners}
        self.fields["owner"].choices = [(key, str(owner)) for key, owner in self.owners.items()]  # type: ignore[attr-defined]

    def clean_owner(self) -> City | District:
        """The owner itself."""
        return self.owners[self.cleaned_data["owner"]]


class UploadForm(OwnerForm):
    """A file, and whose catalogues it holds."""

    file = TableFileField(
        label=_("Item catalogues"),
        help_text=_("XLSX, DOCX or CSV as they are published, one field or several in a file; at most 10 MB."),
    )


class ReviewForm(forms.Form):
    """For each catalogue its field, for each heading what it means; begins with what was recognised."""

    def __init__(self, *args: Any, found: Offered, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = [("", _("leave it out")), *Field.objects.values_list("code", "name")]
        self.headings = list(
            {heading.key: heading for offer in found.offers for heading in offer.sheet.shape.headings}.values()
        )
        for offer in found.offers:
            initial = offer.field.code if offer.field else ""
            self.fields[f"field-{offer.number}"] = forms.ChoiceField(
                label=_("field of disclosure"), required=False, choices=codes, initial=initial
            )
        for place, heading in enumerate(self.headings):
            self.fields[f"column-{place}"] = forms.ChoiceField(
                label=" › ".join(heading.path) or heading.key, choices=Column.choices, initial=heading.column.value
            )

    def field_of(self, number: int) -> Any:
        """The choice of the field of one catalogue."""
        return self[f"field-{number}"]

    @property
    def columns(self) -> list[Any]:
        """The choices of what headings mean."""
        return [self[name] for name in self.fields if name.startswith("column-")]

    @property
    def mapping(self) -> dict[str, Column]:
        """What was said otherwise than it was recognised."""
        return {
            heading.key: Column(self.cleaned_data[f"column-{place}"])
            for place, heading in enumerate(self.headings)
            if f"column-{place}" in self.changed_data
        }

    @property
    def fields_said(self) -> dict[int, str]:
        """Place of a catalogue in the file → code of its field, or nothing."""
        return {
            int(name.partition("-")[2]): code for name, code in self.cleaned_data.items() if name.startswith("field-")
        }
