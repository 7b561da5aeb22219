"""What a calculator of deadlines is told: a day, and what happened since."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plugins.contrib.requests.clock import Event, FeeEffect, Rules, Scenario
from plugins.contrib.requests.clock.entries import MOST_DAYS, YEARS
from plugins.contrib.requests.clock.events import FIELDS
from plugins.contrib.requests.enums import ConsultationKind, EventKind
from plugins.contrib.requests.views.desk.forms.base import day_field

KINDS = [("", "–"), *((kind.value, kind.label) for kind in FIELDS if kind != EventKind.RECEIVED)]
MOST_ROWS = 30


class _Day(forms.DateField):
    """A day in the years that the clock knows."""

    def clean(self, value: Any) -> Any:
        day = super().clean(value)
        if day and day.year not in YEARS:
            raise forms.ValidationError(_("Give a day between 1990 and 2099."))
        return day


def _day(label: Any, **options: Any) -> forms.DateField:
    return _Day(label=label, widget=day_field(label).widget, **options)


class ReceiptForm(forms.Form):
    """Where the period starts."""

    received = _day(_("day of receipt"))
    today = _day(_("as it stands on"), required=False)
    fee_effect = forms.ChoiceField(
        label=_("what a notice of fees does to the period"), choices=FeeEffect.choices, required=False
    )

    @property
    def rules(self) -> Rules:
        """The rules that were chosen."""
        effect = self.cleaned_data.get("fee_effect")
        return Rules(fee_effect=FeeEffect(effect)) if effect else Rules()


class EventForm(forms.Form):
    """One thing that happened; a row without a kind is passed over."""

    kind = forms.ChoiceField(label=pgettext_lazy("of a case", "what happened"), choices=KINDS, required=False)
    day = _day(_("day"), required=False)
    whom = forms.ChoiceField(label=_("who is asked"), choices=[("", "–"), *ConsultationKind.choices], required=False)
    who = forms.CharField(label=pgettext_lazy("calculator", "which of them"), max_length=40, required=False)
    days = forms.IntegerField(
        label=_("days (working days; to pay a fee: calendar days)"), min_value=1, max_value=MOST_DAYS, required=False
    )
    until = _day(_("last day left to them"), required=False)

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        kind: str = told.get("kind") or ""
        if kind and not told.get("day") and "day" not in self.errors:
            self.add_error("day", _("Say on which day it happened."))
        for name in ("days", "until") if kind else ():
            if told.get(name) and name not in FIELDS[EventKind(kind)]:
                self.add_error(name, _("This is not asked for here; leave it empty."))
        return told

    @property
    def event(self) -> Event | None:
        """What the row says, if anything."""
        if not self.cleaned_data.get("kind"):
            return None
        kind = EventKind(self.cleaned_data["kind"])
        told = {name: self.cleaned_data[name] for name in FIELDS[kind] & self.fields.keys()}
        if "whom" in told:
            told["whom"] = ConsultationKind(told["whom"] or ConsultationKind.THIRD_PARTY)
        return Event(kind, self.cleaned_data["day"], **told)


EventRows = forms.formset_factory(EventForm, extra=3, max_num=MOST_ROWS, absolute_max=MOST_ROWS)


def scenario_of(receipt: ReceiptForm, rows: Any) -> Scenario:
    """What both forms say, when they are valid."""
    events = tuple(event for form in rows if (event := form.event))
    return Scenario((Event(EventKind.RECEIVED, receipt.cleaned_data["received"]), *events), receipt.rules)
