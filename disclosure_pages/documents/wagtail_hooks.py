"""Where the register of normative documents, and the lists of kinds and topics, show in Wagtail's admin."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.registers.wagtail_hooks import show_register
from disclosure_pages.clearance.wagtail_hooks import RoleMenuItem

from .classifications.admin import DocumentKindAdmin, TopicAdmin
from .rules import REGISTER_ROLES
from .views.register import ICON, TITLE


@hooks.register("register_admin_urls")
def register_register_urls() -> list[URLPattern | URLResolver]:
    return [
        path("", include("disclosure_pages.documents.urls")),
        path("", include("disclosure_pages.documents.page_urls")),
    ]


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    url = reverse("gongkai_register:index")
    return RoleMenuItem(TITLE, url, name="normative-documents", icon_name=ICON, order=130, roles=REGISTER_ROLES)


show_register(DocumentKindAdmin(), order=910)
show_register(TopicAdmin(), order=911)
