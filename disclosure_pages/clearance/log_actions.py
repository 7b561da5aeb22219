"""Names of what clearance writes into Wagtail's audit log."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

ACTIONS = {
    "gongkai.clearance.withdraw": (_("Withdraw"), _("Withdrawn from the public side")),
    "gongkai.clearance.delete": (_("Delete as an error"), _("Deleted as an error")),
    "gongkai.clearance.move": (_("Move public content"), _("Moved with its former address kept")),
    "gongkai.clearance.force": (_("Force publication"), _("Published by force, without the reviews")),
    "gongkai.clearance.recall": (_("Recall from schedule"), _("Recalled before its day of publication")),
    "gongkai.clearance.not_public": (_("Decide not to publish"), _("Reviewed and decided not to be public")),
}


@hooks.register("register_log_actions")
def register_clearance_actions(actions: Any) -> None:
    """Let the history of a page show the acts of clearance in words."""
    for name, (label, message) in ACTIONS.items():
        actions.register_action(name, label, message)
