"""Where interpretations show in Wagtail's admin: addresses and reports."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from disclosure_pages.clearance.views.listings import OVERSEEING_ROLES
from disclosure_pages.clearance.wagtail_hooks import RoleMenuItem

from .models import Pairing


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


@hooks.register("before_delete_page")
def keep_interpreted_document(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Wagtail's screen would fail on what a draft still explains; say which draft instead."""
    return _refuse_deletion(request, [page])


@hooks.register("before_bulk_action")
def keep_interpreted_documents(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action_class_instance: Any
) -> HttpResponse | None:
    """The same for several at once."""
    pages = [item for item in objects if isinstance(item, Page)]
    return _refuse_deletion(request, pages) if action_type == "delete" and request.method == "POST" else None


def _refuse_deletion(request: HttpRequest, pages: list[Page]) -> HttpResponse | None:
    keys = [page.pk for page in pages]
    pairs = Pairing.objects.filter(document__in=keys).exclude(interpretation__in=keys)
    pair = pairs.select_related("interpretation", "document").first()
    if pair is None:
        return None
    names = {"document": pair.document.draft_title, "interpretation": pair.interpretation.draft_title}
    text = gettext("“%(document)s” is explained by “%(interpretation)s”: take it out there, or delete that first.")
    messages.error(request, text % names)
    return redirect("wagtailadmin_pages:edit", pair.document_id)
