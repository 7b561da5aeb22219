"""While the period runs: others are asked, the deadline is extended."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plugins.contrib.requests.domain.handling import consulting, extending, reasons
from plugins.contrib.requests.enums import ConsultationKind, Position
from plugins.contrib.requests.process.acts import Act
from plugins.contrib.requests.process.facts import MOST_DAYS, MOST_PERIOD, THIRD_PARTY_DAYS

from .base import PERIOD, ActForm, day_field, text_field


class AskThirdPartyForm(ActForm):
    """Art. 32."""

    act = Act.ASK_THIRD_PARTY
    advice = _("The third party has 15 working days; this time is not counted.")
    name = forms.CharField(label=pgettext_lazy("fact of an act", "name of who is asked"), max_length=200)
    day = day_field(_("asked on"))

    def perform(self, user: Any) -> None:
        consulting.ask_opinion(case=self.case, kind=ConsultationKind.THIRD_PARTY, user=user, **self.cleaned_data)


class AskOrganForm(ActForm):
    """Art. 34."""

    act = Act.ASK_ORGAN
    name = forms.CharField(label=pgettext_lazy("fact of an act", "name of who is asked"), max_length=200)
    period = forms.IntegerField(
        label=_("period in working days"), initial=THIRD_PARTY_DAYS, min_value=1, max_value=THIRD_PARTY_DAYS
    )
    day = day_field(_("asked on"))

    def perform(self, user: Any) -> None:
        consulting.ask_opinion(case=self.case, kind=ConsultationKind.ORGAN, user=user, **self.cleaned_data)


class AnswerForm(ActForm):
    """What one of those who are asked said."""

    act = Act.ANSWER
    consultation = forms.TypedChoiceField(label=pgettext_lazy("opinion", "from whom"), coerce=int)
    position = forms.TypedChoiceField(
        label=pgettext_lazy("fact of an act", "position"), choices=Position.choices, coerce=Position
    )
    reason = text_field(_("what they say"), required=False)
    day = day_field(_("answered on"))

    def prepare(self) -> None:
        waiting = [one for one in self.case.consultations.all() if one.answered_on is None]
        self.choose_from("consultation", choices=[(one.pk, one.name) for one in waiting])

    def perform(self, user: Any) -> None:
        consulting.record_answer(case=self.case, user=user, **self.cleaned_data)


class AskReasonsForm(ActForm):
    """Art. 35."""

    act = Act.ASK_REASONS
    advice = _(
        "The applicant reads and answers it on the status page. The time limit goes on. Only then can the outcome be "
        "that there are many applications without good reason."
    )
    text = text_field(_("what the applicant is asked"))
    period = forms.IntegerField(label=_("period in working days"), initial=PERIOD, min_value=1, max_value=MOST_PERIOD)
    day = day_field(_("asked on"))

    def perform(self, user: Any) -> None:
        reasons.ask_reasons(case=self.case, user=user, **self.cleaned_data)


class GiveReasonsForm(ActForm):
    """The applicant explained it by letter, by telephone, at the counter."""

    act = Act.GIVE_REASONS
    text = text_field(_("what the applicant says"))
    day = day_field(_("answered on"))

    def perform(self, user: Any) -> None:
        reasons.give_reasons(case=self.case, user=user, **self.cleaned_data)


class ExtendForm(ActForm):
    """Art. 33."""

    act = Act.EXTEND
    advice = _("Once, by at most 20 working days; the applicant is told.")
    days = forms.IntegerField(label=_("working days"), initial=MOST_DAYS, min_value=1, max_value=MOST_DAYS)
    reason = text_field(pgettext_lazy("fact of an act", "reason"), rows=2)
    day = day_field(_("approved on"))

    def perform(self, user: Any) -> None:
        extending.extend_deadline(case=self.case, user=user, **self.cleaned_data)
