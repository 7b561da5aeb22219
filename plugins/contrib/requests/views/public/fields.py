"""Fields of the form that Django's own do not cover."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from plugins.contrib.requests.protection.tracking import phone_of

SHORTEST_PHONE, LONGEST_PHONE = 7, 15


def ask_for_the_missing(form: forms.Form) -> None:
    """Say what to do where Django says what is wrong."""
    for field in form.fields.values():
        is_chosen = isinstance(field, forms.ChoiceField)
        field.error_messages["required"] = _("Choose one.") if is_chosen else _("Fill this in.")


class ManyFilesInput(forms.ClearableFileInput):
    """One field for several files."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Cleans to a list of uploads, which is empty without any."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Each on its own; what the files hold is for the caller to check, with those that were kept before."""
        given = data if isinstance(data, list | tuple) else [data]
        return [super(ManyFilesField, self).clean(one, initial) for one in given if one]


class PhoneField(forms.CharField):
    """A number that can be called: mobile or with its area code, written as people write them."""

    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"})

    def clean(self, value: Any) -> Any:
        """As it was typed, so that an extension stays legible."""
        typed: str = super().clean(value)
        if typed and not SHORTEST_PHONE <= len(phone_of(typed)) <= LONGEST_PHONE:
            raise ValidationError(_("Write a mobile number, or a number with its area code."), code="phone")
        return typed
