"""From the arrival to the acceptance."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plugins.api import Unit
from plugins.contrib.requests.domain.handling import correcting, receiving
from plugins.contrib.requests.process.acts import Act
from plugins.contrib.requests.process.completeness import missing_parts, notice_of
from plugins.contrib.requests.process.facts import MOST_PERIOD
from plugins.contrib.requests.process.receipt_rules import RULES

from .base import PERIOD, ActForm, day_field, text_field


class ReceiveForm(ActForm):
    """Art. 31."""

    act = Act.RECEIVE
    arrived_on = day_field(_("day of arrival"))
    confirmed_on = day_field(_("confirmed with the applicant on"), required=False)

    def prepare(self) -> None:
        rule = RULES[self.case.channel]
        self.advice = rule.advice
        said = receiving.days_of_entry(self.case)
        self.fields["arrived_on"].initial = said.get("arrived_on") or timezone.localdate(self.case.submitted_at)
        self.fields["confirmed_on"].initial = said.get("confirmed_on", timezone.localdate())
        if not rule.needs_confirmation:
            del self.fields["confirmed_on"]

    def perform(self, user: Any) -> None:
        receiving.receive_case(case=self.case, user=user, **self.cleaned_data)


class AssignForm(ActForm):
    """To a unit of the district."""

    act = Act.ASSIGN
    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("responsible unit"))
    note = text_field(pgettext_lazy("assigning a case", "what the unit should know"), required=False, rows=2)

    def prepare(self) -> None:
        units = Unit.objects.filter(district=self.case.district_id, merged_into=None).exclude(pk=self.case.unit_id)
        self.choose_from("unit", queryset=units.order_by("name"))

    def perform(self, user: Any) -> None:
        receiving.assign_case(case=self.case, user=user, **self.cleaned_data)


class HandBackForm(ActForm):
    """It is another unit's."""

    act = Act.HAND_BACK
    reason = text_field(pgettext_lazy("fact of an act", "reason"), rows=2)

    def perform(self, user: Any) -> None:
        receiving.hand_back_case(case=self.case, user=user, **self.cleaned_data)


class AcceptForm(ActForm):
    """The application says enough."""

    act = Act.ACCEPT
    day = day_field()

    def perform(self, user: Any) -> None:
        receiving.accept_case(case=self.case, user=user, **self.cleaned_data)


class AskCorrectionForm(ActForm):
    """Art. 30."""

    act = Act.ASK_CORRECTION
    advice = _("Once, within 7 working days of the receipt. The period begins anew when it is corrected.")
    items = text_field(pgettext_lazy("fact of an act", "what is to be corrected"))
    period = forms.IntegerField(label=_("period in working days"), initial=PERIOD, min_value=1, max_value=MOST_PERIOD)
    day = day_field(_("the notice goes out on"))

    def prepare(self) -> None:
        self.fields["items"].initial = notice_of(missing_parts(self.case, today=timezone.localdate()))

    def perform(self, user: Any) -> None:
        correcting.ask_correction(case=self.case, user=user, **self.cleaned_data)


class CorrectForm(ActForm):
    """The applicant corrected it by letter, by telephone, at the counter."""

    act = Act.CORRECT
    text = text_field(_("what the applicant corrected"))
    day = day_field(_("corrected on"))

    def perform(self, user: Any) -> None:
        correcting.record_correction(case=self.case, user=user, **self.cleaned_data)


class AbandonForm(ActForm):
    """Not corrected in time."""

    act = Act.ABANDON
    advice = _("Only when the period is over and the applicant gave no good reason.")
    reason = text_field(pgettext_lazy("fact of an act", "reason"), rows=2)
    day = day_field()

    def perform(self, user: Any) -> None:
        correcting.abandon_case(case=self.case, user=user, **self.cleaned_data)
