"""Modeladmin's screens behind one door: what the person may not see answers 404, as if it were not there."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.utils import NestedObjects
from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.models import Model, ProtectedError, RestrictedError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail_modeladmin.views import CreateView, DeleteView, EditView, IndexView, InspectView

from cms.registers.domain.exporting import export_register
from cms.registers.domain.scope import editable_by
from cms.registers.sheets import CONTENT_TYPES

MAX_NAMED = 10


class ScopedIndexView(IndexView):
    """The list. Its exports hold what the list shows: search and filters apply, and so does the person's scope."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A filter's value that makes no sense shows the whole list."""
        try:
            return super().dispatch(request, *args, **kwargs)
        except IncorrectLookupParameters:
            return redirect(self.index_url)

    def get_filters_params(self, params: Any = None) -> dict[str, list[str]]:
        """Only parameters of the declared filters.

        Modeladmin takes any lookup, so that ``?user__password__startswith=`` would answer questions about passwords.
        """
        declared = {getattr(entry, "parameter_name", f"{entry}__exact") for entry in self.list_filter}
        found: dict[str, list[str]] = super().get_filters_params(params)
        return {name: values for name, values in found.items() if name in declared}

    def as_spreadsheet(self, queryset: Any, spreadsheet_format: str) -> HttpResponse:
        """The download, in the form that can be imported again."""
        resource = self.model_admin.resource_class(user=self.request.user)
        content = export_register(resource=resource, rows=queryset, file_format=spreadsheet_format)
        name = f"{self.opts.model_name}.{spreadsheet_format}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(content, content_type=CONTENT_TYPES[spreadsheet_format], headers=headers)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        helper = self.url_helper
        return super().get_context_data(
            import_url=helper.get_action_url("import"), changes_url=helper.get_action_url("changes"), **kwargs
        )


class SaveWithinScopeMixin:
    """Save, look whether the entry is still among those that the person may edit, and take it back if not."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Refuse on the form what leaves the person's scope; the lists of choices only make this rare."""
        if not form.has_changed():
            messages.info(self.request, _("Nothing was changed."))  # type: ignore[attr-defined]  # a view
            return redirect(self.index_url)  # type: ignore[attr-defined]
        with transaction.atomic():
            response: HttpResponse = super().form_valid(form)  # type: ignore[misc]  # of the view it is mixed into
            if editable_by(self.request.user, self.model).filter(pk=form.instance.pk).exists():  # type: ignore[attr-defined]
                return response
            transaction.set_rollback(True)
        form.add_error(None, ValidationError(_("You may not make this change.")))
        return self.form_invalid(form)  # type: ignore[attr-defined]


class ScopedInstanceMixin:
    """Every screen of one entry."""

    def __init__(self, model_admin: Any, instance_pk: str) -> None:
        if not instance_pk.isdecimal() or len(instance_pk) > 18:
            raise Http404
        super().__init__(model_admin, instance_pk)  # type: ignore[call-arg]  # modeladmin's view

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Answer 404 before anything else happens."""
        visible = self.model_admin.get_queryset(request)  # type: ignore[attr-defined]
        if not visible.filter(pk=self.instance.pk).exists():  # type: ignore[attr-defined]
            raise Http404
        super().setup(request, *args, **kwargs)  # type: ignore[misc]


class ScopedCreateView(SaveWithinScopeMixin, CreateView):
    """A new entry."""


class ScopedEditView(ScopedInstanceMixin, SaveWithinScopeMixin, EditView):
    """An entry's form."""


class ScopedInspectView(ScopedInstanceMixin, InspectView):
    """An entry, read only."""


class ScopedDeleteView(ScopedInstanceMixin, DeleteView):
    """Deleting, with everything that goes along or stands in the way named beforehand."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        collector = NestedObjects(using=DEFAULT_DB_ALIAS)
        collector.collect([self.instance])
        goes_along = [item for model, items in collector.data.items() for item in items if item != self.instance]
        return super().get_context_data(
            in_the_way=_by_kind(collector.protected), goes_along=_by_kind(goes_along), **kwargs
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Delete; what came into the way meanwhile is named like on the first screen."""
        try:
            return super().post(request, *args, **kwargs)
        except RestrictedError:
            return self.render_to_response(self.get_context_data(), status=409)

    def delete_instance(self) -> None:
        """Modeladmin's own answer to ``ProtectedError`` stumbles over relations without a reverse name."""
        try:
            self.instance.delete()
        except ProtectedError as error:
            raise RestrictedError(error.args[0], error.protected_objects) from error


def _by_kind(objects: Any) -> list[tuple[str, int, list[str]]]:
    """(kind in words, how many, the first few by name), the most numerous kind first."""
    kinds: dict[type[Model], list[Model]] = {}
    for item in objects:
        if not item._meta.auto_created:
            kinds.setdefault(type(item), []).append(item)
    rows = [
        (capfirst(str(model._meta.verbose_name)), len(items), [str(item) for item in items[:MAX_NAMED]])
        for model, items in kinds.items()
    ]
    return sorted(rows, key=lambda row: -row[1])
