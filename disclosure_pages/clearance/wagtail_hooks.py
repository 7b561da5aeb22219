"""Where clearance shows in Wagtail's admin: addresses, menus, buttons on pages; and what it takes off the shelves."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import SubmitForModerationMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.pages.bulk_actions import PublishBulkAction, UnpublishBulkAction
from wagtail.models import Page

from .held_roles import held_roles
from .views.contents import CONTENT_ROLES
from .views.listings import OVERSEEING_ROLES
from .views.offers import act_buttons, acting_places
from .views.queue import QUEUE_ROLES

# Ends of a workflow that our acts and the review screen replace, by the names of Wagtail's menu items.
REPLACED_ACTIONS = frozenset({"action-publish", "action-unpublish", "action-restart-workflow"})


@hooks.register("register_admin_urls")
def register_clearance_urls() -> list[URLPattern | URLResolver]:
    return [path("", include("disclosure_pages.clearance.urls"))]


class RoleMenuItem(MenuItem):
    """Shown to people with one of ``roles``."""

    def __init__(self, *args: Any, roles: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.roles = frozenset(roles)

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(held_roles(request) & self.roles)


@hooks.register("register_admin_menu_item")
def register_queue() -> MenuItem:
    url = reverse("gongkai_clearance:queue")
    return RoleMenuItem(_("Reviews"), url, name="reviews", icon_name="tasks", order=110, roles=QUEUE_ROLES)


@hooks.register("register_admin_menu_item")
def register_contents() -> MenuItem:
    url = reverse("gongkai_clearance:contents")
    return RoleMenuItem(_("Contents"), url, name="contents", icon_name="doc-full", order=120, roles=CONTENT_ROLES)


REPORTS = {
    "clearances": (_("Clearances"), "circle-check"),
    "forced": (_("Forced publications"), "warning"),
    "withdrawals": (_("Withdrawals"), "download"),
    "failures": (_("Failed publications"), "cross"),
}


def _register_report(name: str, order: int) -> None:
    label, icon = REPORTS[name]

    @hooks.register("register_reports_menu_item")
    def register_report() -> MenuItem:
        url = reverse(f"gongkai_clearance:report_{name}")
        return RoleMenuItem(label, url, name=f"report-{name}", icon_name=icon, order=order, roles=OVERSEEING_ROLES)


for _order, _name in enumerate(REPORTS):
    _register_report(_name, order=10 + _order)


@hooks.register("register_page_listing_more_buttons")
def offer_acts_in_listing(page: Page, user: Any, next_url: str | None = None) -> list[Any]:
    return _offers(page, user, next_url)


@hooks.register("register_page_header_buttons")
def offer_acts_in_header(page: Page, user: Any, view_name: str, next_url: str | None = None) -> list[Any]:
    return _offers(page, user, next_url)


def _offers(page: Page, user: Any, next_url: str | None) -> list[Any]:
    from disclosure_pages.tree.models import DisclosurePage

    if page.specific_class is None or not issubclass(page.specific_class, DisclosurePage) or page.pk is None:
        return []
    if acting_places(user).is_nowhere:
        return []
    return act_buttons(page=page.specific_deferred, user=user, next_url=next_url or "")


class SubmitMenuItem(SubmitForModerationMenuItem):
    """Wagtail's item under a name that says what happens next; which review comes first depends on what changed."""

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        page = parent_context.get("page")
        was_returned = page is not None and page.pk and page.current_workflow_state is not None
        return {**context, "label": _("Submit again") if was_returned else _("Submit for review")}


@hooks.register("construct_page_action_menu")
def leave_only_what_editors_do(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Editors save, submit and cancel."""
    menu_items[:] = [
        SubmitMenuItem(order=item.order) if item.name == SubmitMenuItem.name else item
        for item in menu_items
        if item.name not in REPLACED_ACTIONS
    ]


# Bulk actions that an act of ours replaces apply to no model: no button offers them, and their addresses answer 404.
for _action in (PublishBulkAction, UnpublishBulkAction):
    _action.models = []
