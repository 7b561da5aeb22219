"""The menu “Search” of Wagtail's admin: what readers ask, the words by which it is read, and the index."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from disclosure_pages.clearance.wagtail_hooks import RoleMenuItem

from .oversight.freshness import FreshnessView
from .oversight.report import REPORT_ROLES, SearchReportView
from .registers.admin import BestBetAdmin, DeniedSuggestionAdmin, DictionaryWordAdmin, SynonymAdmin

REGISTERS = (SynonymAdmin(), BestBetAdmin(), DeniedSuggestionAdmin(), DictionaryWordAdmin())

for _register in REGISTERS:
    _register.register_with_wagtail()


@hooks.register("register_admin_urls")
def register_oversight_urls() -> list[URLPattern | URLResolver]:
    return [path("", include("search.oversight.urls"))]


@hooks.register("register_admin_menu_item")
def register_search_menu() -> MenuItem:
    items = [
        _screen(SearchReportView, "report", REPORT_ROLES, order=10),
        *(register.get_menu_item(order=20 + place) for place, register in enumerate(REGISTERS)),
        _screen(FreshnessView, "freshness", FreshnessView.roles, order=30),
    ]
    label = pgettext_lazy("noun", "Search")
    return SubmenuMenuItem(label, Menu(items=items), name="gongkai-search", icon_name="search", order=705)


def _screen(view: Any, name: str, roles: frozenset[str], *, order: int) -> MenuItem:
    return RoleMenuItem(
        view.page_title,
        reverse(f"gongkai_oversight:{name}"),
        name=f"search-{name}",
        icon_name=view.header_icon,
        order=order,
        roles=tuple(roles),
    )
