"""Tables in which a unit decides about many rows at once: each row is a form of its own.

Hidden first values tell what somebody changed from what somebody else has changed meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from disclosure_pages.rounds.domain.proposing import Proposed
from disclosure_pages.rounds.domain.reexamining import Looked
from disclosure_pages.rounds.enums import Proposal, Reexamined

OPEN_CHOICE = ("", "---------")


class RowForm(forms.Form):
    """What one row says; subclasses add the fields. ``item`` is the row's object."""

    ticked = forms.BooleanField(required=False, label=gettext_lazy("Choose"))
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    #: Fields that say something about the row, and what the first of them is called.
    said: ClassVar[tuple[str, ...]] = ()

    def __init__(self, data: Any = None, *, item: Any) -> None:
        self.item = item
        initial = {"seen": stamp_of(item), **{name: getattr(item, name) for name in self.said}}
        super().__init__(data, prefix=f"row-{item.pk}", initial=initial)
        for name in ("ticked", *self.said):
            label = f"{self.fields[name].label}：{row_name(item)}"
            self.fields[name].widget.attrs |= {"aria-label": label, "placeholder": self.fields[name].label or ""}

    @property
    def is_said(self) -> bool:
        """Whether the person changed what the row says."""
        return any(name in self.said for name in self.changed_data)

    def clean(self) -> dict[str, Any]:
        """What is missing in the row, or that somebody else was quicker."""
        data: dict[str, Any] = super().clean() or {}
        if self.is_said and not self.errors:
            if data.get("seen", "") != stamp_of(self.item):
                raise forms.ValidationError(_("Somebody else has changed this row; look at it again."))
            problem = self.value().problem()
            if problem:
                raise forms.ValidationError(problem)
        return data

    def value(self) -> Any:
        """What the row says, for the domain."""
        raise NotImplementedError


def stamp_of(item: Any) -> str:
    """When somebody last said something about the row."""
    at = getattr(item, "proposed_at", None) or getattr(item, "decided_at", None)
    return at.isoformat() if at else ""


def row_name(item: Any) -> str:
    """How a screen reader tells the rows apart."""
    return str(item.record) if hasattr(item, "record") else f"#{item.pk}"


class ProposalRowForm(RowForm):
    """A document of a review round."""

    proposal = forms.ChoiceField(
        label=pgettext_lazy("review round", "Decision"),
        required=False,
        choices=[OPEN_CHOICE, *Proposal.choices],
        show_hidden_initial=True,
    )
    reason = forms.CharField(label=gettext_lazy("Reason"), required=False, max_length=300, show_hidden_initial=True)
    successor = forms.CharField(
        label=gettext_lazy("New document or new text"), required=False, max_length=300, show_hidden_initial=True
    )
    said = ("proposal", "reason", "successor")

    def value(self) -> Proposed:
        return Proposed(**{name: self.cleaned_data[name] for name in self.said})


class ReexaminedRowForm(RowForm):
    """Content that is not disclosed."""

    decision = forms.ChoiceField(
        label=pgettext_lazy("review round", "Decision"),
        required=False,
        choices=[OPEN_CHOICE, *Reexamined.choices],
        show_hidden_initial=True,
    )
    reason = forms.CharField(label=gettext_lazy("Reason"), required=False, max_length=300, show_hidden_initial=True)
    said = ("decision", "reason")

    def value(self) -> Looked:
        return Looked(**{name: self.cleaned_data[name] for name in self.said})


class Table:
    """The rows of a page of the table, and what is set for all that are ticked."""

    def __init__(self, row_form: type[RowForm], items: Iterable[Any], *, data: Any = None) -> None:
        self.row_form, self.data = row_form, data
        self.rows = [row_form(data, item=item) for item in items]

    def set_ticked(self, **values: str) -> int:
        """Say the same about all ticked rows; returns how many. Only for bound tables."""
        chosen = [row for row in self.rows if self.data.get(row.add_prefix("ticked"))]
        data = self.data.copy()
        for row in chosen:
            for name, value in values.items():
                data[row.add_prefix(name)] = value
            row.data = data
        self.data = data
        return len(chosen)

    def is_valid(self) -> bool:
        """Whether every changed row can be kept as it is."""
        return not list(self.problems())

    def changed(self) -> dict[int, Any]:
        """Key of each changed, valid row → what it says. Rows with a problem are left out, and stay on the screen."""
        return {row.item.pk: row.value() for row in self.rows if row.is_said and row.is_valid()}

    def problems(self) -> Iterator[RowForm]:
        """Rows that cannot be kept as they are."""
        return (row for row in self.rows if not row.is_valid())
