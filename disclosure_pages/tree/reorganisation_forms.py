"""What a person says about a reorganisation before seeing what it would do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from cms.people.models import User
from cms.registers.domain.scope import editable_by
from cms.tenancy.models import District, Reorganisation, Unit

from .domain.reorganisation import merge_units, rename_unit


class ReorganisationForm(forms.Form):
    """Day and reason; subclasses name the units. Only units of ``district`` that the person may edit are offered."""

    day = forms.DateField(
        label=_("Day"), widget=AdminDateInput, initial=timezone.localdate, help_text=_("Today or earlier.")
    )
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example the decision that orders it, with its number."),
    )

    def __init__(self, *args: Any, user: User, district: District, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = Unit.objects.active(on=timezone.localdate()).filter(
            pk__in=editable_by(user, Unit).order_by().values("pk"), district=district
        )
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = units

    def act(self, *, by: User) -> Callable[[], Reorganisation]:
        """The act that the valid form describes."""
        raise NotImplementedError


class MergeForm(ReorganisationForm):
    """Which units become part of which."""

    units = forms.ModelMultipleChoiceField(
        label=_("Units that end"), queryset=Unit.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    into = forms.ModelChoiceField(label=_("Become part of"), queryset=Unit.objects.none())
    field_order = ["units", "into", "day", "reason"]

    def act(self, *, by: User) -> Callable[[], Reorganisation]:
        data = self.cleaned_data
        return partial(
            merge_units,
            units=list(data["units"]),
            into=data["into"],
            day=data["day"],
            reason=data["reason"],
            by=by,
        )


class RenameForm(ReorganisationForm):
    """What a unit is called from now on."""

    unit = forms.ModelChoiceField(label=_("Unit"), queryset=Unit.objects.none())
    new_name = forms.CharField(label=_("New name"), max_length=120)
    new_full_name = forms.CharField(
        label=_("New full name"), max_length=200, required=False, help_text=_("Empty: the full name stays.")
    )
    field_order = ["unit", "new_name", "new_full_name", "day", "reason"]

    def act(self, *, by: User) -> Callable[[], Reorganisation]:
        return partial(rename_unit, by=by, **self.cleaned_data)
