"""What the forms of all acts share."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from plugins.contrib.requests.domain.letters.due import LetterStep
from plugins.contrib.requests.models import Case
from plugins.contrib.requests.process.acts import Act

#: Working days that are offered for an answer of the applicant.
PERIOD = 10
DAY = pgettext_lazy("fact of an act", "day")


class ActForm(forms.Form):
    """A form of ``act`` on ``case``; ``perform`` does it and may raise :class:`CaseRefused`."""

    act: ClassVar[Act]
    #: What staff should know before they do it.
    advice: Any = ""
    #: The letter that has to be there before.
    letter: LetterStep | None = None

    def __init__(self, data: Any = None, *, case: Case) -> None:
        self.case = case
        super().__init__(data, prefix=self.act.value)
        self.prepare()

    def prepare(self) -> None:
        """Fit the fields to the case."""

    def show_anew(self) -> None:
        """Fit what was typed to the case as it is after a refusal."""

    def choose_from(self, name: str, **choices: Any) -> None:
        """Let the field ``name`` offer these ``choices``, or this ``queryset``."""
        for option, values in choices.items():
            setattr(self.fields[name], option, values)

    def perform(self, user: Any) -> None:
        """Do it with what was given."""
        raise NotImplementedError


def day_field(label: Any = DAY, **options: Any) -> forms.DateField:
    """A day, today unless another one is given."""
    # The browser's own calendar: nothing opens over the buttons.
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, widget=widget, initial=timezone.localdate, **options)


def text_field(label: Any, *, rows: int = 3, **options: Any) -> forms.CharField:
    """Some lines."""
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **options)
