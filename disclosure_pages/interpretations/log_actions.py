"""Names of what is written about interpretations into Wagtail's audit log."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

ACTIONS = {
    "gongkai.interpretation.waive": (
        _("Waive the interpretation"),
        _("May be public without an interpretation"),
    ),
    "gongkai.interpretation.lift_waiver": (_("Lift the waiver"), _("An interpretation is needed after all")),
}


@hooks.register("register_log_actions")
def register_interpretation_actions(actions: Any) -> None:
    """Let the history of a document show waivers in words."""
    for name, (label, message) in ACTIONS.items():
        actions.register_action(name, label, message)
