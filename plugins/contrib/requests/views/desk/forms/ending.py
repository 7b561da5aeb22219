"""Ends without a decision."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plugins.api import District, active_districts
from plugins.contrib.requests.domain.handling import ending
from plugins.contrib.requests.manifest import MANIFEST
from plugins.contrib.requests.process.acts import Act

from .base import ActForm, day_field, text_field


class WithdrawForm(ActForm):
    """The applicant said so to the desk."""

    act = Act.WITHDRAW
    reason = text_field(_("how the applicant withdrew it"), rows=2)
    day = day_field(_("withdrawn on"))

    def perform(self, user: Any) -> None:
        ending.withdraw_case(case=self.case, user=user, **self.cleaned_data)


class TransferForm(ActForm):
    """To a district on this platform, where a case begins, or to an authority elsewhere."""

    act = Act.TRANSFER
    district = forms.ModelChoiceField(
        District.objects.none(), label=_("to a district here"), required=False, empty_label=_("none; elsewhere")
    )
    target = forms.CharField(label=_("or to this authority"), max_length=200, required=False)
    reason = text_field(pgettext_lazy("fact of an act", "reason"), rows=2)
    day = day_field()

    def prepare(self) -> None:
        active = active_districts(MANIFEST.name)
        others = District.objects.exclude(pk=self.case.district_id)
        self.choose_from("district", queryset=others if active is None else others.filter(pk__in=active))

    def perform(self, user: Any) -> None:
        ending.transfer_case(case=self.case, user=user, **self.cleaned_data)
