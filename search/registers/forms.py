"""The form of a best bet."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.people.domain.roles import roles_of
from cms.registers.forms import RegisterForm
from cms.registers.rules import EDITED_EVERYWHERE

from .addresses import address_of, page_at


class BestBetForm(RegisterForm):
    """A best bet, whose page is given by the address that readers see: people who keep words may not browse pages."""

    address = forms.CharField(
        label=_("Address of the page"),
        max_length=2000,
        help_text=_("As readers see it, copied from the browser. The page has to be public."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["address"] = address_of(self.instance.page)
        user = self.for_user
        if not (user.is_superuser or roles_of(user) & EDITED_EVERYWHERE["bestbet"]):
            self._keep_to_own_districts()

    def _keep_to_own_districts(self) -> None:
        field = self.fields["district"]
        own = list(field.queryset[:2])
        field.required, field.help_text = True, _("In its search the page comes first.")
        if len(own) == 1 and not self.instance.pk:
            self.initial["district"] = own[0].pk

    def clean_address(self) -> str:
        """Find the page; one that is chosen already may have left the public side since."""
        address: str = self.cleaned_data["address"]
        if self.instance.pk and address == self.initial["address"]:
            return address
        page = page_at(address)
        if page is None:
            raise forms.ValidationError(
                _("No public page has this address. Open the page as readers see it and copy its address.")
            )
        self.instance.page = page
        return address
