"""Where the admin leads to the second factor."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks

from .domain.devices import LOG_ACTIONS


@hooks.register("register_admin_urls")
def second_factor_urls() -> list[URLPattern | URLResolver]:
    return [path("second-factor/", include("cms.second_factor.urls"))]


@hooks.register("register_account_menu_item")
def second_factor_item(request: HttpRequest) -> dict[str, str]:
    return {
        "url": reverse("gongkai_second_factor:set_up"),
        "label": _("Second factor"),
        "help_text": _("Ask for a code of an authenticator app whenever you sign in."),
    }


@hooks.register("register_log_actions")
def second_factor_log_actions(actions: Any) -> None:
    for action, (label, message) in LOG_ACTIONS.items():
        actions.register_action(action, label, message)
