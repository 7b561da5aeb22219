"""Where this room shows in Wagtail's admin."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from disclosure_pages.clearance.wagtail_hooks import RoleMenuItem

from .log_actions import register_actions  # noqa: F401  (the hook registers on import)
from .rules import OFFICE_ROLES, SECRECY_ROLES
from .views.base import ROUND_ICON
from .views.expiring import EXPIRING_ROLES
from .views.force_acts import FORCE_ICON
from .views.reexaminations import REEXAMINATION_ROLES
from .views.rounds import ROUND_ROLES

REPORTS = {
    "expiring": (_("Documents whose term ends"), "history", EXPIRING_ROLES),
    "force": (_("Legal force"), FORCE_ICON, OFFICE_ROLES),
    "reexaminations": (_("Yearly re-examinations"), "view", REEXAMINATION_ROLES),
    "catalogue": (_("Catalogue of documents on request"), "list-ol", SECRECY_ROLES),
}


@hooks.register("register_admin_urls")
def register_rounds_urls() -> list[URLPattern | URLResolver]:
    return [path("", include("disclosure_pages.rounds.urls"))]


@hooks.register("register_admin_menu_item")
def register_rounds() -> MenuItem:
    url = reverse("gongkai_rounds:index")
    return RoleMenuItem(_("Review rounds"), url, name="rounds", icon_name=ROUND_ICON, order=130, roles=ROUND_ROLES)


def _register_report(name: str, order: int) -> None:
    label, icon, roles = REPORTS[name]

    @hooks.register("register_reports_menu_item")
    def register_report() -> MenuItem:
        url = reverse(f"gongkai_rounds:{name}")
        return RoleMenuItem(label, url, name=f"report-{name}", icon_name=icon, order=order, roles=roles)


for _order, _name in enumerate(REPORTS):
    _register_report(_name, order=30 + _order)
