"""Wagtail's screens of users, without anything that would give rights: those follow from memberships."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn
from wagtail.users.views.users import CreateView, EditView, HistoryView, IndexView, UserFilterSet, UserViewSet

from cms.people.enums import Role
from cms.people.forms import AccountCreationForm, AccountEditForm
from cms.people.models import User
from cms.people.permission_policies import AccountPolicy

_POLICY = AccountPolicy(User)


class AccountFilterSet(UserFilterSet):
    """By role instead of by group."""

    role = django_filters.ChoiceFilter(
        label=_("Role"), field_name="memberships__role", choices=Role.choices, distinct=True
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.filters["group"]


class AccountIndexView(IndexView):
    """The list of accounts."""

    @cached_property
    def columns(self) -> list[Any]:
        """Without ticks for bulk actions: each account is looked at."""
        return [column for column in super().columns if not isinstance(column, BulkActionsCheckboxColumn)]

    @cached_property
    def search_fields(self) -> set[str]:
        """What an account is looked for by."""
        return {"username", "display_name", "email"}

    def get_base_queryset(self) -> QuerySet[User]:
        return _POLICY.instances_user_has_any_permission_for(self.request.user, ["view"])

    def order_queryset(self, queryset: QuerySet[User]) -> QuerySet[User]:
        """By the one name that people here have."""
        if self.ordering in ("name", "-name"):
            return queryset.order_by(self.ordering.replace("name", "display_name"))
        return super().order_queryset(queryset)


class AccountCreateView(CreateView):
    """A new account."""

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "acting": self.request.user}


class AccountEditView(EditView):
    """An account; one that the person may not keep answers 404."""

    def get_queryset(self) -> QuerySet[User]:
        """Within the bounds of the policy."""
        return _POLICY.instances_user_has_any_permission_for(self.request.user, ["view"])

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "acting": self.request.user}


class AccountHistoryView(HistoryView):
    """What was done to an account."""

    def get_base_object_queryset(self) -> QuerySet[User]:
        """Within the bounds of the policy; ``get_queryset`` is that of the log here."""
        return _POLICY.instances_user_has_any_permission_for(self.request.user, ["view"])


class AccountViewSet(UserViewSet):
    """Accounts."""

    index_view_class = AccountIndexView
    add_view_class = AccountCreateView
    edit_view_class = AccountEditView
    history_view_class = AccountHistoryView
    filterset_class = AccountFilterSet
    copy_view_enabled = False
    template_prefix = ""  # Wagtail's own templates have tabs for groups; the plain form is enough
    menu_label = _("Accounts")

    def get_form_class(self, for_update: bool = False) -> type:
        """Forms without groups."""
        return AccountEditForm if for_update else AccountCreationForm
