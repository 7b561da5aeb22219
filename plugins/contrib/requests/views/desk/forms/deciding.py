"""The decision and what follows it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plugins.contrib.requests.domain.handling import deciding
from plugins.contrib.requests.domain.letters.due import step_of_decision
from plugins.contrib.requests.enums import Delivery, Outcome
from plugins.contrib.requests.process.acts import Act

from .base import ActForm, day_field, text_field

_OUTCOMES = [choice for choice in Outcome.choices if choice[0] != Outcome.OTHER_NOT_CORRECTED]


class DraftForm(ActForm):
    """Outcome, reasons and basis; what was drafted before is there to be changed."""

    act = Act.DRAFT
    outcome = forms.TypedChoiceField(
        label=pgettext_lazy("fact of an act", "outcome"), choices=[("", "—"), *_OUTCOMES], coerce=Outcome
    )
    reasons = text_field(_("reasons of the decision"), rows=5)
    basis = text_field(pgettext_lazy("fact of an act", "legal basis"), rows=2)
    given = text_field(_("what is given, or where it is public"), required=False)

    def prepare(self) -> None:
        drafted = getattr(self.case, "decision", None)
        for name in self.fields if drafted else ():
            self.fields[name].initial = getattr(drafted, name)

    def perform(self, user: Any) -> None:
        deciding.draft_decision(case=self.case, user=user, **self.cleaned_data)


class ReturnForm(ActForm):
    """Not like this."""

    act = Act.RETURN
    reason = text_field(pgettext_lazy("fact of an act", "reason"), rows=2)

    def perform(self, user: Any) -> None:
        deciding.return_draft(case=self.case, user=user, **self.cleaned_data)


class DecideForm(ActForm):
    """The office approves."""

    act = Act.DECIDE
    advice = _("Whoever drafted the decision does not approve it. The case is concluded on this day.")
    day = day_field(_("approved on"))
    draft = forms.IntegerField(widget=forms.HiddenInput)

    def prepare(self) -> None:
        self.letter = step_of_decision(self.case)
        waiting = deciding.draft_that_waits(self.case)
        self.fields["draft"].initial = waiting.pk if waiting else None

    def show_anew(self) -> None:
        """Below the draft as it is now: that is what is approved next."""
        self.prepare()
        self.data = {**dict(self.data.items()), self.add_prefix("draft"): self.fields["draft"].initial}

    def perform(self, user: Any) -> None:
        deciding.approve_decision(case=self.case, user=user, **self.cleaned_data)


class ServeForm(ActForm):
    """The letter has arrived."""

    act = Act.SERVE
    way = forms.TypedChoiceField(label=_("way of the service"), choices=Delivery.choices, coerce=Delivery)
    day = day_field(_("served on"))
    note = text_field(_("proof of the service"), required=False, rows=2)

    def prepare(self) -> None:
        self.letter = step_of_decision(self.case)
        self.fields["way"].initial = self.case.delivery

    def perform(self, user: Any) -> None:
        deciding.serve_decision(case=self.case, user=user, **self.cleaned_data)


class CloseForm(ActForm):
    """Everything is done."""

    act = Act.CLOSE
    day = day_field(pgettext_lazy("of a case", "closed on"))

    def perform(self, user: Any) -> None:
        deciding.close_case(case=self.case, user=user, **self.cleaned_data)
