"""What the responsibility table adds to Wagtail's admin: a menu entry, its screens, and a name in the log."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .domain.scope import may_manage_any
from .views.base import ICON


class ResponsibilityMenuItem(MenuItem):
    """Shown to those who may manage some district's table."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_manage_any(request.user)


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    """The entry in the main menu."""
    url = reverse("gongkai_responsibility:index")
    return ResponsibilityMenuItem(_("Responsibility table"), url, name="responsibility", icon_name=ICON, order=690)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """The screens; Wagtail itself sends away whoever may not enter the admin."""
    return [path("responsibility/", include("disclosure_pages.responsibility.urls"))]


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    """Name the act in the site history."""
    actions.register_action("gongkai.table.applied", _("Apply responsibility table"), _("Responsibility table applied"))
