"""Forms of acts that need a reason, and a day."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminDateInput


class ReasonForm(forms.Form):
    """A reason and a deliberate yes."""

    reason = forms.CharField(label=_("Reason"), widget=AdminAutoHeightTextInput(attrs={"rows": 2}), max_length=300)
    confirm = forms.BooleanField(label=_("Yes, I mean it."))

    field_order: tuple[str, ...] = ("on", "reason", "confirm")

    def arguments(self) -> dict[str, Any]:
        """What the act is given besides the person and its object."""
        return {name: value for name, value in self.cleaned_data.items() if name != "confirm"}


class DatedForm(ReasonForm):
    """An act that has effect from a day on."""

    on = forms.DateField(label=pgettext_lazy("day", "From"), widget=AdminDateInput, initial=timezone.localdate)

    @property
    def day(self) -> Any:
        """The day that was asked for, as far as it can be read; else today."""
        raw = self.data.get(self.add_prefix("on")) if self.is_bound else None
        try:
            return self.fields["on"].clean(raw) if raw else timezone.localdate()
        except forms.ValidationError:
            return timezone.localdate()
