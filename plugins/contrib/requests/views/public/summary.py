"""An application as its applicant sees it: what was answered, under the headings of the form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plugins.contrib.requests.identity import masked_number
from plugins.contrib.requests.protection.pending import PendingFile

from .forms import PARTS, ApplicationForm

Rows = list[tuple[str, str]]
#: A case keeps no reason and no number in sight of whoever looks over one's shoulder.
MASKED = {"identity_number": masked_number}


def summary_of(form: ApplicationForm, files: Iterable[PendingFile]) -> Iterator[tuple[str, Rows]]:
    """Headings, with labels and values of what was filled in."""
    for heading, names in PARTS:
        rows = [(str(form.fields[name].label), shown(form.fields[name], form.cleaned_data.get(name))) for name in names]
        masked = zip(names, rows, strict=True)
        yield str(heading), [(label, MASKED.get(name, str)(text)) for name, (label, text) in masked if text]
    listed = [(file.name, filesizeformat(file.size)) for file in files]
    if listed:
        yield _("Attachments"), listed


def shown(field: forms.Field, value: Any) -> str:
    """A value in words."""
    if isinstance(field, forms.ModelChoiceField) and not value:
        return str(field.empty_label)
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        return str(dict(field.choices).get(value, value or ""))  # type: ignore[arg-type]
    if isinstance(value, bool):
        return pgettext("answer", "yes") if value else ""
    return str(value or "")
