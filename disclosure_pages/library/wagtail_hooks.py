"""What the library adds to the admin."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from .domain.editions import HIDE, SHOW


@hooks.register("register_admin_urls")
def register_edition_urls() -> list[URLPattern | URLResolver]:
    return [path("", include("disclosure_pages.library.admin_urls"))]


class EditionFormatter(LogFormatter):
    """Which edition, and why."""

    said = gettext_lazy("Edition %(number)s")

    def format_message(self, log_entry: Any) -> str:
        return str(self.said) % {"number": log_entry.data.get("number", "")}

    def format_comment(self, log_entry: Any) -> str:
        return str(log_entry.data.get("reason", ""))


class HidingFormatter(EditionFormatter):
    label = gettext_lazy("Hide an edition")
    said = gettext_lazy("Edition %(number)s is not shown any more")


class ShowingFormatter(EditionFormatter):
    label = gettext_lazy("Show an edition again")
    said = gettext_lazy("Edition %(number)s is shown again")


@hooks.register("register_log_actions")
def register_library_actions(actions: Any) -> None:
    """Let the history of a page show the acts of the library in words."""
    actions.register_action(HIDE)(HidingFormatter)
    actions.register_action(SHOW)(ShowingFormatter)
