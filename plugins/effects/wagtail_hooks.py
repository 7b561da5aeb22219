"""What plug-ins add to Wagtail's admin, and the screens that look after plug-ins."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from disclosure_pages.clearance.wagtail_hooks import RoleMenuItem
from disclosure_pages.tree.availability import Showing, showing
from disclosure_pages.tree.models import DisclosurePage
from plugins.calling import Given, as_it_is, ask
from plugins.collecting import contributions
from plugins.contributions.admin import Menu, MenuEntry

from .addresses import admin_addresses
from .page_buttons import page_buttons
from .people import plugin_districts
from .screens.base import PLUGIN_ICON, SEEING_ROLES

CONSTRUCTING = {
    Menu.MAIN: "construct_main_menu",
    Menu.REPORTS: "construct_reports_menu",
    Menu.SETTINGS: "construct_settings_menu",
}
EXPLANATIONS = {
    Showing.PLAIN: gettext_lazy(
        "The plug-in that this kind of page comes from is off here or not installed. Readers see its text and its"
        " files; none can be written anew."
    ),
    Showing.HIDDEN: gettext_lazy(
        "The plug-in that this kind of page comes from is off here. Readers do not see the page; it is kept."
    ),
}


class PluginMenuItem(MenuItem):
    """A way to a plug-in's own screen."""

    def __init__(self, given: Given[MenuEntry]) -> None:
        entry = given.answer
        url = reverse(f"{given.plugin}-admin:{entry.url_name}")
        name = f"{given.plugin}-{entry.url_name}"
        super().__init__(entry.label, url, name=name, icon_name=entry.icon, order=entry.order)


@hooks.register("register_admin_urls")
def register_plugin_urls() -> list[URLPattern | URLResolver]:
    return [path("", include("plugins.effects.admin_urls")), *admin_addresses()]


@hooks.register("register_settings_menu_item")
def register_plugins_screen() -> MenuItem:
    url = reverse("gongkai_plugins:index")
    return RoleMenuItem(
        gettext_lazy("Plug-ins"), url, name="plug-ins", icon_name=PLUGIN_ICON, order=100, roles=SEEING_ROLES
    )


def _add_entries(menu: Menu) -> None:
    """When a menu is shown, and not before: plug-ins are taken in after this module is read."""

    @hooks.register(CONSTRUCTING[menu])
    def add(request: HttpRequest, items: list[MenuItem]) -> None:
        for given in contributions("menu_entries"):
            if given.answer.menu is menu and plugin_districts(request, given.plugin, roles=given.answer.roles):
                what = f"menu_entries.{given.answer.url_name}"
                item = ask(given.plugin, what, PluginMenuItem, given, check=as_it_is)
                items.extend([item] if item is not None else [])


for _menu in Menu:
    _add_entries(_menu)


@hooks.register("register_page_header_buttons")
def offer_screens_about_it(page: Page, user: Any, view_name: str, next_url: str | None = None) -> list[Button]:
    return page_buttons(page=page, user=user)


@hooks.register("before_edit_page")
def say_how_it_is_shown(request: HttpRequest, page: Page) -> None:
    """Editors see why readers see less."""
    if request.method == "GET" and isinstance(page, DisclosurePage):
        explanation: Any = EXPLANATIONS.get(showing(type(page), page.district_id, request=request))
        if explanation is not None:
            messages.warning(request, str(explanation))
