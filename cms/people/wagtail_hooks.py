"""Doors of Wagtail's screens of users that stay shut."""

from __future__ import annotations

from typing import Any

from wagtail import hooks
from wagtail.users.views.bulk_actions import AssignRoleBulkAction, DeleteBulkAction


class NoBulkRoles(AssignRoleBulkAction):
    """Groups are never filled by hand, by nobody: they follow memberships."""

    def check_perm(self, obj: Any) -> bool:
        return False


class NoBulkDeletion(DeleteBulkAction):
    """Accounts are switched off, as reviews and histories name them."""

    def check_perm(self, obj: Any) -> bool:
        return False


# After Wagtail's own, which they replace: the registry keeps the last action of a name.
hooks.register("register_bulk_action", NoBulkRoles, order=100)
hooks.register("register_bulk_action", NoBulkDeletion, order=100)
