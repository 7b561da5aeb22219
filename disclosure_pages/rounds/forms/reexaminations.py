"""The form by which a re-examination begins."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from cms.tenancy.models import District


class ReexaminationForm(forms.Form):
    """District, year, and the day until which units decide."""

    district = forms.ModelChoiceField(label=_("District"), queryset=District.objects.none())
    year = forms.IntegerField(label=_("Year"), min_value=2008, max_value=2999)
    due_on = forms.DateField(label=_("Units decide until"), widget=AdminDateInput)

    def __init__(self, *args: Any, districts: QuerySet[District], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["district"]
        field.queryset = districts
        self.fields["year"].initial = timezone.localdate().year
        if districts.count() == 1:
            field.initial = districts.get()
            field.widget = forms.HiddenInput()
