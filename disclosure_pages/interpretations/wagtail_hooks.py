"""Where interpretations show in Wagtail's admin: addresses and reports."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from disclosure_pages.clearance.views.listings import OVERSEEING_ROLES
from disclosure_pages.clearance.wagtail_hooks import RoleMenuItem


@hooks.register("register_admin_urls")
def register_interpretation_urls() -> list[URLPattern | URLResolver]:
    return [path("", include("disclosure_pages.interpretations.urls"))]


@hooks.register("register_reports_menu_item")
def register_unpaired() -> MenuItem:
    url = reverse("gongkai_interpretations:report_unpaired")
    label, roles = _("Documents without an interpretation"), OVERSEEING_ROLES
    return RoleMenuItem(label, url, name="report-unpaired", icon_name="openquote", order=6, roles=roles)


@hooks.register("register_reports_menu_item")
def register_waivers() -> MenuItem:
    url = reverse("gongkai_interpretations:report_waivers")
    label, roles = _("Waived interpretations"), OVERSEEING_ROLES
    return RoleMenuItem(label, url, name="report-waivers", icon_name="clipboard-list", order=7, roles=roles)
