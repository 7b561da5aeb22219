"""Forms of accounts: a name, a password, whether the account is on. Roles are given as memberships, nowhere else."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy
from wagtail.users.forms import UserCreationForm, UserEditForm

from .models import User


class _AccountForm(forms.Form):
    """What both forms leave out of Wagtail's."""

    first_name = None
    last_name = None
    groups = None
    display_name = forms.CharField(label=pgettext_lazy("of a person", "Name"), max_length=60)

    def __init__(self, *args: Any, acting: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not acting.is_superuser:
            self.fields.pop("is_superuser", None)


class AccountCreationForm(_AccountForm, UserCreationForm):
    """A new account."""

    class Meta(UserCreationForm.Meta):
        model = User
        fields = ("username", "display_name", "email", "is_superuser")
        widgets: dict[str, Any] = {}


class AccountEditForm(_AccountForm, UserEditForm):
    """An account, its password and whether it is on."""

    class Meta(UserEditForm.Meta):
        model = User
        fields = ("username", "display_name", "email", "is_superuser", "is_active")
        widgets: dict[str, Any] = {}
