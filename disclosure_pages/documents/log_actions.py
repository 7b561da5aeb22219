"""Names of what is written about documents into Wagtail's audit log."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

ACTIONS = {
    "gongkai.document.take_over": (
        _("Take over from the text"),
        _("Relations and days taken over from the text"),
    ),
}


@hooks.register("register_log_actions")
def register_document_actions(actions: Any) -> None:
    """Let the history of a document show in words what came from its text."""
    for name, (label, message) in ACTIONS.items():
        actions.register_action(name, label, message)
