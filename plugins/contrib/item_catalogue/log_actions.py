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
    "gongkai.items.field_assigned": (_("Assign field"), _("Field assigned to the district")),
    "gongkai.items.deadlines_changed": (_("Change deadlines"), _("Deadlines or auditors changed")),
    "gongkai.items.item_edited": (_("Edit item"), _("Item edited")),
    "gongkai.items.item_added": (_("Add item"), _("Item added")),
    "gongkai.items.item_removed": (_("Take item out"), _("Item taken out")),
    "gongkai.items.item_moved": (_("Move item"), _("Item moved in its catalogue")),
    "gongkai.items.item_submitted": (_("Submit item"), _("Item submitted to the city")),
    "gongkai.items.item_taken_back": (_("Take item back"), _("Item taken back")),
    "gongkai.items.item_accepted": (_("Accept item"), _("Item accepted by the city")),
    "gongkai.items.item_returned": (_("Return item"), _("Item returned by the city")),
    "gongkai.items.wording_suggested": (_("Suggest wording"), _("Wording suggested by the city")),
    "gongkai.items.suggestion_taken": (_("Take wording over"), _("Suggested wording taken over")),
    "gongkai.items.suggestion_declined": (_("Decline wording"), _("Suggested wording declined")),
    "gongkai.items.commented": (_("Comment on item"), _("Comment written")),
}


@hooks.register("register_log_actions")
def register_actions(actions: Any) -> None:
    """Let histories show these acts in words."""
    for name, (label, message) in ACTIONS.items():
        actions.register_action(name, label, message)
