"""The editor's form of a policy document."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from cms.tenancy.models import Unit
from disclosure_pages.pages.forms import ContentForm
from disclosure_pages.tree.enums import DisclosureAttribute

WITHOUT_GROUND = gettext_lazy("Choose the ground on which it is not disclosed.")


class GroupedChoiceField(forms.ModelChoiceField):
    """Entries of a two-level list: the first level heads the groups in which the second is chosen."""

    def __init__(self, queryset: QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(queryset, **kwargs)
        self._entries = queryset

    @classmethod
    def replacing(cls, field: forms.ModelChoiceField) -> GroupedChoiceField:
        """A field like ``field``, whose widget shows groups."""
        queryset: Any = field.queryset  # of a model form's field, so there is one
        return cls(
            queryset.select_related("parent"), label=field.label, help_text=field.help_text, required=field.required
        )

    def grouped_choices(self, *, chosen: Any) -> list[Any]:
        """Choices for the widget: what is in use, and what the document has already."""
        entries = [entry for entry in self._entries if entry.is_active or entry.pk == chosen]
        parts: dict[int | None, list[Any]] = {}
        for entry in entries:
            parts.setdefault(entry.parent_id, []).append(entry)
        groups: list[Any] = [("", "---------")]
        for head in parts.get(None, []):
            below = [(entry.pk, entry.name) for entry in parts.get(head.pk, [])]
            groups.append((head.name, [(head.pk, head.name), *below]) if below else (head.pk, head.name))
        return groups


class DocumentForm(ContentForm):
    """Kind and topic are chosen from groups, the issuing unit among those of the district."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("kind", "topic"):
            if name in self.fields:
                field = self.fields[name] = GroupedChoiceField.replacing(self.fields[name])
                field.widget.choices = field.grouped_choices(chosen=getattr(self.instance, f"{name}_id"))
        if "issuing_unit" in self.fields:
            self.fields["issuing_unit"].queryset = self._units()

    def _units(self) -> QuerySet[Unit]:
        district = self.instance.district_id
        if district is None and self.parent_page is not None:
            district = self.parent_page.specific.unit.district_id
        return Unit.objects.filter(district=district)

    def clean(self) -> dict[str, Any]:
        """Whatever is not to be disclosed has a ground in law from the first draft on."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("stated_attribute") == DisclosureAttribute.WITHHELD and not data.get("stated_ground"):
            self.add_error("stated_ground", WITHOUT_GROUND)
        return data
