"""What is said about a case, and remedies."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plugins.contrib.requests.domain.handling import remedies, talking
from plugins.contrib.requests.domain.revealing import NO_PURPOSE
from plugins.contrib.requests.enums import RemedyKind, RemedyResult
from plugins.contrib.requests.models import Remedy
from plugins.contrib.requests.process.acts import Act

from .base import ActForm, day_field, text_field


class SupplementForm(ActForm):
    """The applicant sent or said more."""

    act = Act.SUPPLEMENT
    text = text_field(_("what the applicant added"))

    def perform(self, user: Any) -> None:
        talking.supplement_case(case=self.case, user=user, **self.cleaned_data)


class MessageForm(ActForm):
    """The applicant reads it on the status page."""

    act = Act.MESSAGE
    text = text_field(_("message to the applicant"))

    def perform(self, user: Any) -> None:
        talking.write_message(case=self.case, user=user, **self.cleaned_data)


class NoteForm(ActForm):
    """The desk alone reads it."""

    act = Act.NOTE
    text = text_field(_("note for the desk"))

    def perform(self, user: Any) -> None:
        talking.write_note(case=self.case, user=user, **self.cleaned_data)


class RemedyForm(ActForm):
    """Reconsideration or litigation."""

    act = Act.REMEDY
    kind = forms.TypedChoiceField(label=_("kind of remedy"), choices=RemedyKind.choices, coerce=RemedyKind)
    organ = forms.CharField(label=_("reconsideration organ or court"), max_length=120)
    reference = forms.CharField(label=_("reference of the organ or court"), max_length=100, required=False)
    filed_on = day_field(_("filed on"))
    note = text_field(pgettext_lazy("remedy", "note"), required=False, rows=2)

    def perform(self, user: Any) -> None:
        remedies.record_remedy(case=self.case, user=user, **self.cleaned_data)


class RevealForm(forms.Form):
    """A field in full, and why."""

    field = forms.CharField()
    purpose = forms.CharField(max_length=200, error_messages={"required": NO_PURPOSE})


class ConcludeForm(forms.Form):
    """How a remedy ended."""

    result = forms.TypedChoiceField(
        label=pgettext_lazy("remedy", "result"),
        choices=[choice for choice in RemedyResult.choices if choice[0] != RemedyResult.PENDING],
        coerce=RemedyResult,
    )
    concluded_on = day_field(_("concluded on"))
    note = text_field(pgettext_lazy("remedy", "note"), required=False, rows=2)

    def perform(self, remedy: Remedy, user: Any) -> None:
        remedies.conclude_remedy(remedy=remedy, user=user, **self.cleaned_data)
