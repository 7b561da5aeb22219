"""What every register's admin shares: who may do what, the screens, and their addresses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, re_path
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail_modeladmin.helpers import AdminURLHelper, ButtonHelper, PermissionHelper
from wagtail_modeladmin.options import ModelAdmin

from cms.people.domain.roles import Person
from cms.registers.domain.scope import can_add_to_register, can_view_register, editable_by, visible_to
from cms.registers.resources import RegisterResource
from cms.registers.views.history import EntryHistoryView, RegisterChangesView
from cms.registers.views.imports import ImportView
from cms.registers.views.scoped import (
    ScopedCreateView,
    ScopedDeleteView,
    ScopedEditView,
    ScopedIndexView,
    ScopedInspectView,
)

STYLES = "gongkai_registers/registers.css"


def yes_no(name: str, label: Any) -> Callable[[ModelAdmin, Model], str]:
    """A column of a list that says “yes” or “no” for the field ``name``.

    Modeladmin's own shows pictures of Django's admin, which is not installed.
    """

    def column(admin: ModelAdmin, entry: Model) -> str:
        return _("yes") if getattr(entry, name) else _("no")

    column.short_description = label  # type: ignore[attr-defined]  # the way Django's lists take a heading
    column.admin_order_field = name  # type: ignore[attr-defined]
    return column


class RegisterPermissions(PermissionHelper):
    """Answers derived from the querysets of ``domain.scope``; Django's model permissions play no part."""

    def user_can_list(self, user: Person) -> bool:
        return can_view_register(user, self.model)

    def user_can_create(self, user: Person) -> bool:
        return can_add_to_register(user, self.model)

    def user_can_inspect_obj(self, user: Person, obj: Model) -> bool:
        return visible_to(user, self.model).filter(pk=obj.pk).exists()

    def user_can_edit_obj(self, user: Person, obj: Model) -> bool:
        return editable_by(user, self.model).filter(pk=obj.pk).exists()

    def user_can_delete_obj(self, user: Person, obj: Model) -> bool:
        return self.user_can_edit_obj(user, obj)


class RegisterButtons(ButtonHelper):
    """Buttons of the rows of a list: one query for all of them."""

    @cached_property
    def editable(self) -> set[int]:
        """Keys of the entries that the person may change."""
        return set(editable_by(self.request.user, self.model).values_list("pk", flat=True))

    def get_buttons_for_obj(self, obj: Model, exclude: Any = (), **kwargs: Any) -> list[dict[str, Any]]:
        """Inspecting and history for what is listed, the rest for what may be changed."""
        verbs = ["inspect", "history", *(("edit", "delete") if obj.pk in self.editable else ())]
        return [getattr(self, f"{verb}_button")(obj.pk, **kwargs) for verb in verbs if verb not in (exclude or ())]

    def get_primary_button(self, obj: Model) -> dict[str, Any]:
        """Where the entry's name leads."""
        button = self.edit_button if obj.pk in self.editable else self.inspect_button
        return button(obj.pk)

    def history_button(
        self, pk: int, classnames_add: Sequence[str] = (), classnames_exclude: Sequence[str] = ()
    ) -> dict[str, Any]:
        """To the entry's history."""
        return {
            "url": self.url_helper.get_action_url("history", pk),
            "label": _("History"),
            "classname": self.finalise_classname(["button-secondary", *classnames_add], classnames_exclude),
            "title": _("Who changed this entry"),
        }


class RegisterURLs(AdminURLHelper):
    """Two more addresses that belong to the register as a whole."""

    whole_register = ("create", "choose_parent", "index", "import", "changes")

    def get_action_url_pattern(self, action: str) -> str:
        if action in self.whole_register:
            return str(self._get_action_url_pattern(action))
        return str(super().get_action_url_pattern(action))


class RegisterAdmin(ModelAdmin):
    """A register."""

    resource_class: type[RegisterResource]
    # (model, field): registers whose changes belong to the history of an entry of this one.
    history_parts: tuple[tuple[type[Model], str], ...] = ()

    inspect_view_enabled = True
    index_view_extra_css = [STYLES]
    form_view_extra_css = [STYLES]
    list_per_page = 50
    list_export = ("pk",)  # only switches the buttons on: the columns are the resource's
    permission_helper_class = RegisterPermissions
    url_helper_class = RegisterURLs
    button_helper_class = RegisterButtons
    index_view_class = ScopedIndexView
    create_view_class = ScopedCreateView
    edit_view_class = ScopedEditView
    inspect_view_class = ScopedInspectView
    delete_view_class = ScopedDeleteView
    history_view_class = EntryHistoryView
    index_template_name = "gongkai_registers/index.html"
    delete_template_name = "gongkai_registers/delete.html"
    inspect_template_name = "gongkai_registers/inspect.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return visible_to(request.user, self.model).order_by(*self.get_ordering(request) or self.opts.ordering)

    def register_indexing(self) -> None:
        """Keep registers out of Wagtail's index of references: nobody asks it, and an import would pay for each row."""

    def get_action_url(self, action: str) -> str:
        """Address of one of the screens of the register as a whole."""
        return str(self.url_helper.get_action_url(action))

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """Upload, preview, confirm."""
        return ImportView.as_view(model_admin=self)(request)

    def changes_view(self, request: HttpRequest) -> HttpResponse:
        """Latest changes of the whole register."""
        return RegisterChangesView.as_view(model_admin=self)(request)

    def get_admin_urls_for_registration(self) -> tuple[URLPattern, ...]:
        """Modeladmin's own addresses and ours."""
        ours = tuple(
            re_path(
                self.url_helper.get_action_url_pattern(action), view, name=self.url_helper.get_action_url_name(action)
            )
            for action, view in (("import", self.import_view), ("changes", self.changes_view))
        )
        return (*super().get_admin_urls_for_registration(), *ours)
