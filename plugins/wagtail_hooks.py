"""Where the admin meets the mechanism of plug-ins."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from .domain.switching import DISABLE, ENABLE


@hooks.register("register_log_actions")
def plugin_log_actions(actions: Any) -> None:
    actions.register_action(ENABLE, _("Switch a plug-in on"), _("Plug-in switched on"))
    actions.register_action(DISABLE, _("Switch a plug-in off"), _("Plug-in switched off"))
