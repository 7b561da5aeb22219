"""The admin's home as a desk, and a menu that shows each role what it can use."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.home import (
    LockedPagesPanel,
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)

from cms.people.enums import Role
from disclosure_pages.clearance.held_roles import held_roles
from disclosure_pages.clearance.views.listings import OVERSEEING_ROLES
from disclosure_pages.clearance.wagtail_hooks import RoleMenuItem

from .desk import desk_of
from .panels import PANELS, counts_of

#: Wagtail's panels that show the same work as ours, or work that nobody here has.
REPLACED_PANELS = (
    LockedPagesPanel,
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
#: Wagtail's reports that ours replace, and its help for another kind of site, by the names of their menu items.
REPLACED_REPORTS = frozenset(
    {"locked-pages", "workflows", "workflow-tasks", "aging-pages", "page-types-usage", "site-history"}
)
OPERATING_ROLES = frozenset({Role.OPERATOR, Role.SYSTEM_ADMINISTRATOR})
OPERATORS_SETTINGS = frozenset({"collections", "api_tokens"})


@hooks.register("register_admin_urls")
def register_dashboard_urls() -> list[URLPattern | URLResolver]:
    return [path("", include("disclosure_pages.dashboard.urls"))]


@hooks.register("construct_homepage_panels")
def lay_out_desk(request: HttpRequest, panels: list[Any]) -> None:
    """Our panels instead of Wagtail's; those of plug-ins stay."""
    panels[:] = [*(panel() for panel in PANELS), *(panel for panel in panels if not isinstance(panel, REPLACED_PANELS))]


@hooks.register("construct_homepage_summary_items", order=1000)
def count_desk(request: HttpRequest, items: list[Any]) -> None:
    """Counts of the person's own work instead of the number of files and pages on the site."""
    items[:] = counts_of(desk_of(request))


@hooks.register("register_reports_menu_item")
def register_freshness() -> MenuItem:
    url = reverse("gongkai_dashboard:freshness")
    return RoleMenuItem(
        _("Freshness of columns"), url, name="report-freshness", icon_name="time", order=5, roles=OVERSEEING_ROLES
    )


@hooks.register("construct_reports_menu")
def leave_useful_reports(request: HttpRequest, items: list[Any]) -> None:
    """Superusers keep Wagtail's reports for finding out what went wrong."""
    if not request.user.is_superuser:
        items[:] = [item for item in items if item.name not in REPLACED_REPORTS]


@hooks.register("construct_settings_menu")
def leave_settings_to_operators(request: HttpRequest, items: list[Any]) -> None:
    """Collections follow from the responsibility table, like sections; keys of the API are a matter for operators."""
    if not (request.user.is_superuser or held_roles(request) & OPERATING_ROLES):
        items[:] = [item for item in items if item.name not in OPERATORS_SETTINGS]


@hooks.register("construct_help_menu")
def leave_help_to_operators(request: HttpRequest, items: list[Any]) -> None:
    """Wagtail's help is about building sites, in English."""
    if not request.user.is_superuser:
        items.clear()
