"""The form in which an editor chooses what to take over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .domain.offers import Offer, OfferState


class TakeOverForm(forms.Form):
    """A tick for each offer that is open, and a day for extensions whose text does not tell their end."""

    take = forms.MultipleChoiceField(
        error_messages={
            "required": gettext_lazy("Tick what you take over."),
            "invalid_choice": gettext_lazy("The text has changed and does not say all of this any more."),
        }
    )

    def __init__(self, *args: Any, offers: Sequence[Offer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offers = {offer.key: offer for offer in offers if offer.state == OfferState.OPEN}
        self.fields["take"].choices = [(key, key) for key in self.offers]  # type: ignore[attr-defined]
        for key, offer in self.offers.items():
            if offer.needs_day:
                self.fields[f"day-{key}"] = forms.DateField(
                    label=gettext_lazy("Extended until"),
                    help_text=gettext_lazy("The last day in force; left blank, without a term."),
                    widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
                    required=False,
                )

    def day_field(self, offer: Offer) -> forms.BoundField | None:
        """Where the end of an extension is filled in; ``None`` if nothing is to be filled in."""
        name = f"day-{offer.key}"
        return self[name] if name in self.fields else None

    @property
    def days(self) -> dict[str, dt.date | None]:
        """Key of an offer → the day that was filled in."""
        return {key: self.cleaned_data.get(f"day-{key}") for key in self.offers}

    def clean(self) -> dict[str, Any]:
        """A term that is added to another needs to know its end."""
        data: dict[str, Any] = super().clean() or {}
        for key in data.get("take", ()):
            offer, name = self.offers[key], f"day-{key}"
            if offer.needs_day and offer.proposal.term and not data.get(name) and name not in self.errors:
                self.add_error(name, _("Say until when: the library does not know the present term."))
        return data
