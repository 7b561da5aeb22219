"""Where looks show in Wagtail's admin."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from disclosure_pages.clearance.wagtail_hooks import RoleMenuItem

from .log_actions import register_actions  # noqa: F401  (the hook registers on import)
from .rules import DESIGNING_ROLES
from .views.base import ICON


@hooks.register("register_admin_urls")
def register_theme_urls() -> list[URLPattern | URLResolver]:
    return [path("", include("themes.admin_urls"))]


@hooks.register("register_admin_menu_item")
def register_themes() -> MenuItem:
    url = reverse("gongkai_themes:index")
    return RoleMenuItem(_("Themes"), url, name="themes", icon_name=ICON, order=140, roles=DESIGNING_ROLES)
