"""The form of one item: texts, choices and what the catalogue has besides."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from plugins.contrib.item_catalogue.enums import CHOICES, TEXTS, Column, Option
from plugins.contrib.item_catalogue.lengths import LONGEST, kept_form
from plugins.contrib.item_catalogue.models import Catalogue, ItemChoice
from plugins.contrib.item_catalogue.reading.synonyms import option_of, usual_channels
from plugins.contrib.item_catalogue.structure import Choice, Entry, standard_shape
from plugins.contrib.item_catalogue.wording import one_line, tidy

#: Options beside which something is written.
NOTED = frozenset({Option.OTHER, Option.GROUP, Option.PUSH})
ROWS = {Column.CONTENT: 6, Column.BASIS: 5, Column.LIMIT: 2, Column.BODY: 2}

Offered = Mapping[Column, Sequence[str]]


def offered_in(catalogue: Catalogue) -> Offered:
    """Labels of the options that the items of a catalogue offer, by column; usual ones where there are none."""
    labels: dict[Column, dict[str, None]] = {kind: {} for kind in CHOICES}
    found = ItemChoice.objects.filter(item__catalogue=catalogue).order_by("item__position", "position")
    for kind, label in found.values_list("kind", "label"):
        labels[Column(kind)][label] = None
    return {kind: list(labels[kind]) or _usual(kind) for kind in CHOICES}


def _usual(kind: Column) -> list[str]:
    split = [heading.option for heading in standard_shape().headings if heading.column == kind and heading.is_option]
    return split or list(usual_channels())


class ItemForm(forms.Form):
    """An item; columns of ``fixed`` are the city's, those of ``withheld`` the disclosure office's to write."""

    def __init__(
        self,
        *args: Any,
        entry: Entry,
        offered: Offered,
        fixed: Collection[Column] = (),
        withheld: Collection[Column] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._given, self._fixed, self._withheld = entry, frozenset(fixed), frozenset(withheld)
        self._labels = {kind: _all_labels(entry, kind, offered[kind]) for kind in CHOICES}
        for column in TEXTS:
            self._add(column.value, self._text_field(column), entry.text(column), column)
        for kind in CHOICES:
            self._add_choices(kind)
        for place, (key, text) in enumerate(entry.extras):
            field = forms.CharField(label=key, required=False, widget=forms.Textarea(attrs={"rows": 2}))
            self._add(f"extra_{place}", field, text, Column.EXTRA)

    def _text_field(self, column: Column) -> forms.CharField:
        rows = ROWS.get(column)
        widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
        return forms.CharField(label=column.label, required=False, max_length=LONGEST.get(column), widget=widget)

    def _add(self, name: str, field: forms.Field, value: Any, column: Column) -> None:
        field.initial = value
        field.disabled = column in self._fixed | self._withheld
        if column in self._fixed:
            field.help_text = _("Common element: fixed by the city.")
        elif field.disabled:
            field.help_text = _("Changed by the district's disclosure office: it says whose item this is.")
        self.fields[name] = field

    def _add_choices(self, kind: Column) -> None:
        labels, chosen = self._labels[kind], self._given.choices_of(kind)
        field = forms.MultipleChoiceField(
            choices=[(label, label) for label in labels],
            label=kind.label,
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )
        self._add(kind.value, field, [one.label for one in chosen if one.is_chosen], kind)
        notes = {one.label: one.note for one in chosen}
        for place, label in enumerate(labels):
            if option_of(label) in NOTED or notes.get(label):
                note = forms.CharField(
                    label=_("Beside “%(option)s”") % {"option": label}, required=False, max_length=200
                )
                self._add(f"{kind.value}_{place}", note, notes.get(label, ""), kind)

    def entry(self) -> Entry:
        """What was filled in."""
        values = self.cleaned_data
        texts: dict[str, Any] = {column.value: kept_form(column, values[column.value]) for column in TEXTS}
        extras = [(key, tidy(values[f"extra_{place}"])) for place, (key, _text) in enumerate(self._given.extras)]
        choices = tuple(choice for kind in CHOICES for choice in self._choices(kind))
        return Entry(**texts, choices=choices, extras=tuple((key, text) for key, text in extras if text))

    def _choices(self, kind: Column) -> Iterator[Choice]:
        chosen = set(self.cleaned_data[kind.value])
        for place, label in enumerate(self._labels[kind]):
            note = one_line(self.cleaned_data.get(f"{kind.value}_{place}", ""))
            yield Choice(kind, label, label in chosen, note)


def _all_labels(entry: Entry, kind: Column, offered: Sequence[str]) -> list[str]:
    return list(dict.fromkeys([*(one.label for one in entry.choices_of(kind)), *offered]))
