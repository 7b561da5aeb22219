"""Names of what this room writes into Wagtail's audit log."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from .domain.drafting import BEGIN, DISCARD
from .domain.mourning import DECLARE, LIFT
from .domain.starting import ROLL_BACK, SCHEDULE, START, UNSCHEDULE

ACTIONS = {
    BEGIN: (_("Begin a look"), _("Draft of a look begun")),
    DISCARD: (_("Discard a look"), _("Draft of a look thrown away")),
    START: (_("Bring a look live"), _("Look brought live")),
    SCHEDULE: (_("Schedule a look"), _("Look scheduled")),
    UNSCHEDULE: (_("Take back the schedule"), _("Schedule of a look taken back")),
    ROLL_BACK: (_("Roll back a look"), _("Earlier look brought back")),
    DECLARE: (_("Declare days of mourning"), _("Days of mourning declared")),
    LIFT: (_("Take back days of mourning"), _("Days of mourning taken back")),
}


@hooks.register("register_log_actions")
def register_actions(actions: Any) -> None:
    """Let histories show these acts in words."""
    for name, (label, message) in ACTIONS.items():
        actions.register_action(name, label, message)
