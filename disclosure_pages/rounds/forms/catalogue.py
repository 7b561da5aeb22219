"""Forms of the catalogue of documents on request."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from disclosure_pages.rounds.models import CatalogueEntry


class EntryForm(forms.ModelForm):
    """What the public may read, field by field."""

    class Meta:
        model = CatalogueEntry
        fields = ["title", "number", "issuer", "formed_on"]
        widgets = {"formed_on": AdminDateInput}


class TakeOffForm(forms.Form):
    """Why an entry is taken off."""

    off_reason = forms.CharField(label=_("Reason"), max_length=300)
