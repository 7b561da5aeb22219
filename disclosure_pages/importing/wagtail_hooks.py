"""What importing adds to Wagtail's admin: a menu entry, its screens, a style sheet, a name in the log."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.people.enums import Role
from disclosure_pages.clearance.held_roles import held_roles

from .domain.writing import IMPORTED
from .views.base import ICON


class ImportMenuItem(MenuItem):
    """Shown to editors; whether one has a place for documents is asked when the screen opens."""

    def is_shown(self, request: HttpRequest) -> bool:
        return Role.EDITOR in held_roles(request)


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    """The entry in the main menu."""
    return ImportMenuItem(
        _("Import of documents"), reverse("gongkai_importing:index"), name="importing", icon_name=ICON, order=130
    )


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """The screens; Wagtail itself sends away whoever may not enter the admin."""
    return [path("importing/", include("disclosure_pages.importing.urls"))]


@hooks.register("insert_global_admin_css")
def add_style() -> str:
    """The few rules that the screens need."""
    return format_html('<link rel="stylesheet" href="{}">', static("gongkai_importing/importing.css"))


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    """Name the act in the page's history."""
    actions.register_action(IMPORTED, _("Import"), _("Imported from a file"))
