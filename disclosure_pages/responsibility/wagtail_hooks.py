"""What the responsibility table adds to Wagtail's admin."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    """Name the act in the site history."""
    actions.register_action("gongkai.table.applied", _("Apply responsibility table"), _("Responsibility table applied"))
