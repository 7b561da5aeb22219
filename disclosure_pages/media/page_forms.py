"""What a page's form may refer to. Choosers show only what a person may use; a request made by hand could name more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.forms import ModelChoiceField
from django.http import Http404
from wagtail.models import Page

from disclosure_pages.tree.models import DisclosurePage

from .references import FILE_MODELS, file_references


class OwnReferencesMixin:
    """A form of a page whose files, and the drafts it links to, are those that ``for_user`` may use.

    What the page already refers to stays allowed: colleagues of other sections may have chosen it. A choice in a field
    counts as none; a reference hidden in prose ends the request, because showing the form again would tell its name.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._known: dict[type, set[int]] | None = None
        if self.is_bound and self.for_user is not None:  # type: ignore[attr-defined]  # of the form it is mixed into
            for form in _with_children(self):
                self._forget_foreign_choices(form)

    def is_valid(self) -> bool:
        """Look through the prose, for whose references no field of a form stands."""
        valid: bool = super().is_valid()  # type: ignore[misc]
        if self.for_user is not None:  # type: ignore[attr-defined]
            for form in _with_children(self):
                self._refuse_foreign_references(form)
        return valid

    def _forget_foreign_choices(self, form: Any) -> None:
        for name, field in form.fields.items():
            model = getattr(getattr(field, "queryset", None), "model", None)
            if not isinstance(field, ModelChoiceField) or not _is_guarded(model):
                continue
            key = form.add_prefix(name)
            chosen = str(form.data.get(key) or "")
            is_new = chosen != str(form.initial.get(name) or "")
            if is_new and chosen.isdecimal() and self._foreign(model, {int(chosen)}):
                form.data = form.data.copy()
                form.data[key] = ""

    def _refuse_foreign_references(self, form: Any) -> None:
        named: dict[type, set[int]] = defaultdict(set)
        for model, key in _references_in_prose(form):
            named[model].add(key)
        if any(self._foreign(model, keys) for model, keys in named.items()):
            raise Http404

    def _foreign(self, model: Any, keys: set[int]) -> bool:
        """Whether one of ``keys`` is there but not for this person. What is not there at all is no secret."""
        user = self.for_user  # type: ignore[attr-defined]
        if model in FILE_MODELS:
            unknown = keys - self._known_files().get(model, set())
            there = model.objects.filter(pk__in=unknown)
            return bool(there.exclude(pk__in=model.objects.usable_by(user).values("pk")).exists())
        if issubclass(model, Page):
            linked = DisclosurePage.objects.filter(pk__in=keys)
            return bool(linked.exclude(pk__in=DisclosurePage.objects.visible_to(user).values("pk")).exists())
        return False

    def _known_files(self) -> dict[type, set[int]]:
        if self._known is None:
            instance = self.instance  # type: ignore[attr-defined]
            before = instance.get_latest_revision_as_object() if instance.pk else None
            self._known = file_references(before) if before is not None else {}
        return self._known


def _is_guarded(model: Any) -> bool:
    """Whether a choice among rows of ``model`` may name what a person may not see: files, and drafts of others."""
    return model in FILE_MODELS or (isinstance(model, type) and issubclass(model, Page))


def _with_children(form: Any) -> Iterator[Any]:
    """``form`` and the forms of its child objects, at any depth."""
    yield form
    for formset in getattr(form, "formsets", {}).values():
        for child in formset.forms:
            yield from _with_children(child)


def _references_in_prose(form: Any) -> Iterator[tuple[type, int]]:
    fields = {field.name: field for field in form._meta.model._meta.get_fields()}
    for name, value in getattr(form, "cleaned_data", {}).items():
        extract = getattr(fields.get(name), "extract_references", None)
        if extract is not None and value:
            yield from ((model, int(key)) for model, key, *_path in extract(value))
