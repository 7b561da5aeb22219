"""Names of what this plug-in writes into Wagtail's audit log."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

IMPORTED = "gongkai.tables.imported"


@hooks.register("register_log_actions")
def register_actions(actions: Any) -> None:
    """Let histories show these acts in words."""
    actions.register_action(IMPORTED, _("Take rows from a file"), _("Rows taken from a file"))
