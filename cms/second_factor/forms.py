"""Where codes are typed in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm

from .domain.devices import confirm_enrolment, confirmed_device, verify_code

_CODE_INPUT = {"autocomplete": "one-time-code", "inputmode": "numeric", "pattern": "[0-9]*", "maxlength": "6"}


class SecondFactorLoginForm(LoginForm):
    """Name and password, and a code from those who set up an authenticator."""

    code = forms.CharField(
        label=_("Code of the authenticator app"),
        help_text=_("Only if you have set one up."),
        required=False,
        max_length=6,
        widget=forms.TextInput(attrs=_CODE_INPUT),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Password")  # Wagtail makes a label of the field's name, in English

    def clean(self) -> dict[str, Any]:
        """Raise the same error for a missing and a wrong code; neither is told before the password was right."""
        cleaned: dict[str, Any] = super().clean()
        user = self.get_user()
        if user is not None and confirmed_device(user=user) is not None:
            user.otp_device = verify_code(user=user, code=cleaned.get("code", ""))
            if user.otp_device is None:
                raise ValidationError(_("Enter the code that your authenticator app shows now."), code="code")
        return cleaned


class FirstCodeForm(forms.Form):
    """The code that proves that the app has the secret."""

    code = forms.CharField(
        label=_("Code of the authenticator app"), max_length=6, widget=forms.TextInput(attrs=_CODE_INPUT)
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.device = None

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        self.device = confirm_enrolment(user=self.user, code=code)
        if self.device is None:
            raise ValidationError(_("This is not the code of the moment. Look at the app and try again."), code="code")
        return code
