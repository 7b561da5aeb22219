"""Names of what this plug-in writes into Wagtail's audit log."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

ACTIONS = {
    "gongkai.items.imported": (_("Import item catalogue"), _("Item catalogue imported")),
    "gongkai.items.common_fixed": (_("Fix common elements"), _("Common elements fixed")),
    "gongkai.items.common_adopted": (_("Adopt common elements"), _("Common elements of the city adopted")),
    "gongkai.items.platform_fetched": (_("Fetch from the platform"), _("Elements fetched from the platform")),
    "gongkai.items.platform_taken": (_("Take from the platform"), _("Elements of the platform taken over")),
    "gongkai.items.linked": (_("Link to a disclosure item"), _("Linked to a disclosure item")),
    "gongkai.items.unlinked": (_("Take from a disclosure item"), _("Taken from a disclosure item")),
    "gongkai.items.published": (_("Publish item catalogue"), _("Version of the item catalogue published")),
}


@hooks.register("register_log_actions")
def register_actions(actions: Any) -> None:
    """Let histories show these acts in words."""
    for name, (label, message) in ACTIONS.items():
        actions.register_action(name, label, message)
