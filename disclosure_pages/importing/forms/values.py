"""The fields of a document as they were recognised, to be corrected before a draft is made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.widgets import AdminDateInput

from cms.tenancy.models import Unit
from disclosure_pages.clearance.enums import WithheldGround
from disclosure_pages.documents.enums import EffectiveRule
from disclosure_pages.documents.forms import GroupedChoiceField
from disclosure_pages.documents.models import DocumentKind, Topic
from disclosure_pages.importing.domain.lookup import Lookup
from disclosure_pages.importing.listing.parsing import split_names
from disclosure_pages.importing.models import ImportRow
from disclosure_pages.importing.problems import Problem
from disclosure_pages.importing.recognition import Field
from disclosure_pages.importing.showing import Item, relation_in_words
from disclosure_pages.importing.values import DocumentValues
from disclosure_pages.tree.enums import DisclosureAttribute

LINES = {"rows": 3}


class ValuesForm(forms.Form):
    """Bound to a row; its initial values are what the file says of itself."""

    title = forms.CharField(label=_("Title"), max_length=255, widget=forms.Textarea(attrs=LINES))
    number = forms.CharField(label=_("Document number"), max_length=100, required=False)
    kind = GroupedChoiceField(DocumentKind.objects.none(), label=_("Kind of document"), required=False)
    topic = GroupedChoiceField(Topic.objects.none(), label=_("Topic"), required=False)
    issuer_name = forms.CharField(label=_("Issuer"), max_length=120, required=False)
    issuing_unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Issuing unit"), required=False)
    joint_issuers = forms.CharField(label=_("Joint issuers"), required=False, widget=forms.Textarea(attrs=LINES))
    addressees = forms.CharField(label=_("Addressees"), required=False, widget=forms.Textarea(attrs=LINES))
    formed_on = forms.DateField(
        label=pgettext_lazy("of a document", "Formed on"), required=False, widget=AdminDateInput()
    )
    issued_on = forms.DateField(
        label=pgettext_lazy("of a document", "First published on"), required=False, widget=AdminDateInput()
    )
    effective_rule = forms.ChoiceField(label=_("Takes effect"), choices=EffectiveRule.choices)
    effective_on = forms.DateField(label=_("Effective from"), required=False, widget=AdminDateInput())
    expires_on = forms.DateField(label=_("Valid until"), required=False, widget=AdminDateInput())
    stated_attribute = forms.ChoiceField(
        label=_("Attribute that the document states"), choices=DisclosureAttribute.choices, required=False
    )
    stated_ground = forms.ChoiceField(
        label=_("Ground for not disclosing it"), choices=[("", "---------"), *WithheldGround.choices], required=False
    )
    keywords = forms.CharField(label=_("Keywords"), max_length=200, required=False)
    imported_index_number = forms.CharField(label=_("Index number"), max_length=60, required=False)
    stated_relations = forms.MultipleChoiceField(
        label=_("Relations to other documents"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, row: ImportRow, lookup: Lookup, **kwargs: Any) -> None:
        self._row = row
        kwargs["initial"] = initial_values(row, lookup)
        super().__init__(*args, **kwargs)
        for name, queryset in (("kind", DocumentKind.objects), ("topic", Topic.objects)):
            entries = queryset.offered()
            field = self.fields[name] = GroupedChoiceField(
                entries.select_related("parent"), label=self.fields[name].label, required=False
            )
            field.widget.choices = field.grouped_choices(chosen=None)
        self.fields["issuing_unit"].queryset = Unit.objects.of_district(row.district)  # type: ignore[attr-defined]
        self._proposals = row.recognised_field(Field.RELATIONS).get("value") or []
        self.fields["stated_relations"].choices = [  # type: ignore[attr-defined]
            (str(number), relation_in_words(proposal)) for number, proposal in enumerate(self._proposals)
        ]

    def rows(self) -> Iterator[tuple[forms.BoundField, Item]]:
        """Each field with what was recognised for it; empty where files say nothing about it."""
        for name in self.fields:
            if name != "stated_relations" or self._proposals:
                yield self[name], self._row.recognised_field(name)

    def only_told(self) -> list[Item]:
        """What was recognised and is no field of a draft: it is told, to be used elsewhere."""
        items = (self._row.recognised_field(name) for name in (Field.PRINTED_ON, Field.REGISTRATION, Field.ATTACHMENTS))
        return [item for item in items if item.get("value")]

    def clean(self) -> dict[str, Any]:
        """A day says that the document is in force from that day."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("effective_on") and data.get("effective_rule") == EffectiveRule.ON_PUBLICATION:
            data["effective_rule"] = EffectiveRule.ON_DAY.value
        return data

    def values(self) -> DocumentValues:
        """The values as they were corrected."""
        data = self.cleaned_data
        fields = {name: data[name] for name in data if name not in {"joint_issuers", "stated_relations", "title"}}
        return DocumentValues(
            title=" ".join(data["title"].split()),
            joint_issuers=tuple(split_names(data["joint_issuers"])),
            relations=tuple(relation_values(self._proposals[int(number)]) for number in data["stated_relations"]),
            **fields,
        )

    def add_problems(self, problems: Sequence[Problem]) -> None:
        """Problems of the draft at the fields that they are about."""
        for problem in problems:
            name = problem.field if problem.field in self.fields else None
            self.add_error(name, f"{problem.message} {problem.remedy}")


def relation_values(proposal: Item) -> dict[str, Any]:
    """A proposed relation as values of a stated one."""
    return {
        "kind": proposal["kind"],
        "target_title": proposal["target_title"][:255],
        "target_number": proposal["target_number"][:100],
        "provisions": proposal["provisions"][:300],
        "takes_effect_on": proposal["day"],
    }


def initial_values(row: ImportRow, lookup: Lookup) -> dict[str, Any]:
    """What the file says of itself, as the fields show it."""
    found = {item["field"]: item["value"] for item in row.recognised if item["value"] is not None}
    issuer = found.get(Field.ISSUER, "")
    kind = lookup.kind_recognised(
        found.get(Field.KIND, ""), issuer=issuer, is_registered=bool(found.get(Field.REGISTRATION))
    )
    effective = found.pop(Field.EFFECTIVE_ON, None)
    is_day = isinstance(effective, str)
    return {
        **{str(name): value for name, value in found.items() if name not in {Field.RELATIONS, Field.ATTACHMENTS}},
        "kind": kind,
        "issuing_unit": lookup.unit(issuer),
        "joint_issuers": "\n".join(found.get(Field.JOINT_ISSUERS, [])),
        "effective_rule": EffectiveRule.ON_DAY if is_day else EffectiveRule.ON_PUBLICATION,
        "effective_on": effective if is_day else None,
    }
