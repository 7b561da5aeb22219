"""What the library adds to the admin."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks


@hooks.register("register_log_actions")
def register_library_actions(actions: Any) -> None:
    """Let the history of a page show the acts of the library in words."""
    actions.register_action(
        "gongkai.library.hide_edition", _("Hide an edition"), _("The text of a former edition is not shown any more")
    )
