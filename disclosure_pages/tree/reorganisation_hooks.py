"""Screens, menu entry and log actions of reorganisations; ``wagtail_hooks`` imports this module."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.registers.domain.scope import can_view_register
from cms.registers.wagtail_hooks import REGISTERS_MENU_HOOK
from cms.tenancy.models import Unit

from .views import reorganisation as views

PATTERNS = [
    path("", views.ReorganisationList.as_view(), name="index"),
    path("merge/", views.MergeView.as_view(), name="merge"),
    path("rename/", views.RenameView.as_view(), name="rename"),
    path("<int:pk>/", views.ReorganisationDetail.as_view(), name="detail"),
]


class ReorganisationMenuItem(MenuItem):
    """Shown to whoever sees units."""

    def is_shown(self, request: HttpRequest) -> bool:
        """The list of acts is as visible as the register of units."""
        return can_view_register(request.user, Unit)


@hooks.register("register_admin_urls")
def register_reorganisation_urls() -> list[URLPattern | URLResolver]:
    """Below the registers, where people look for units."""
    return [path("registers/reorganisations/", include((PATTERNS, "gongkai_reorganisations")))]


@hooks.register(REGISTERS_MENU_HOOK)
def register_reorganisation_menu_item() -> MenuItem:
    """In the menu “Registers”."""
    return ReorganisationMenuItem(
        _("Reorganisations"), reverse("gongkai_reorganisations:index"), icon_name="resubmit", order=900
    )


@hooks.register("register_log_actions")
def register_reorganisation_log_actions(actions: Any) -> None:
    """Logged on every unit concerned."""
    actions.register_action("gongkai.reorganisation.merge", _("Merge unit"), _("Merged by a reorganisation"))
    actions.register_action("gongkai.reorganisation.rename", _("Rename unit"), _("Renamed by a reorganisation"))
    actions.register_action("gongkai.reorganisation.undone", _("Undo reorganisation"), _("A reorganisation was undone"))
