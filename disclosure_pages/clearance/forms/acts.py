"""Forms of the acts on content: each asks for a reason, and for a deliberate yes."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput

from disclosure_pages.tree.models import Column, DisclosurePage, Section

from .reviews import OverridesMixin

PUBLIC_REASON = _("Shown to the public at the former address. Write no personal data here.")


def _text(label: Any, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=AdminAutoHeightTextInput(attrs={"rows": 3}), max_length=1000, **options)


class ActForm(OverridesMixin):
    """What every act asks for. Subclasses may name the deliberate yes."""

    reason = _text(_("Reason"))
    confirm = forms.BooleanField(label=_("Yes, I mean it."))

    def shown_fields(self) -> list[forms.BoundField]:
        """Fields in their order, without those that stand beside the findings which they override."""
        return [self[name] for name in self.fields if name not in self.override_fields.values()]

    def arguments(self) -> dict[str, Any]:
        """What the act is given besides the page and the person."""
        return {"reason": self.cleaned_data["reason"]}


class WithdrawForm(ActForm):
    """Take public content down."""

    reason = _text(_("Reason"), help_text=PUBLIC_REASON)
    note = _text(_("Internal note"), required=False, help_text=_("Not shown to the public."))

    field_order = ("reason", "note", "confirm")

    def arguments(self) -> dict[str, Any]:
        return {"reason": self.cleaned_data["reason"], "note": self.cleaned_data["note"]}


class ForceForm(ActForm):
    """Publish without the reviews."""

    basis = forms.CharField(
        label=_("Basis"),
        help_text=_("The rule or the order that asks for it, for example a contingency plan."),
        max_length=300,
    )

    field_order = ("basis", "reason", "confirm")

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {"reason": data["reason"], "basis": data["basis"], "overrides": self.overrides}


class MoveForm(ActForm):
    """Move public content to another section of its district."""

    section = forms.ModelChoiceField(label=_("New place"), queryset=Section.objects.none())

    field_order = ("section", "reason", "confirm")

    def __init__(self, *args: Any, page: DisclosurePage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = sections_for(page)
        field: Any = self.fields["section"]
        field.queryset = Section.objects.filter(pk__in=[section.pk for group in places.values() for section in group])
        field.choices = [("", "---------")] + [
            (title, [(section.pk, section.title) for section in group]) for title, group in places.items()
        ]

    def arguments(self) -> dict[str, Any]:
        return {"reason": self.cleaned_data["reason"], "section": self.cleaned_data["section"]}


def sections_for(page: DisclosurePage) -> dict[str, list[Section]]:
    """Open sections of the district that take this kind of page, but its own, by title of column: two queries."""
    kind = page.specific_class
    columns = Column.objects.filter(district_id=page.district_id, purpose__in=kind.purposes, retired_on=None)
    by_path = {column.path: column for column in columns.order_by("path")}
    sections = Section.objects.filter(unit__district_id=page.district_id, closed_on=None).order_by("path")
    found: dict[str, list[Section]] = defaultdict(list)
    for section in sections:
        column = by_path.get(section.path[: -Section.steplen])
        if column is not None and not page.path.startswith(section.path):
            found[column.numbered_title].append(section)
    return dict(found)
