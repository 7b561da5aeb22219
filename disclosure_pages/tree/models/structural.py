from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import PagePermissionTester

from disclosure_pages.tree.acts import is_structural_change
from disclosure_pages.tree.exceptions import StructureLocked
from disclosure_pages.tree.presentation import context_of


class StructuralPermissionTester(PagePermissionTester):
    """Nobody edits structure by hand, not even a superuser: it follows from the responsibility table."""

    def _never(self, *args: Any, **kwargs: Any) -> bool:
        return False

    can_edit = can_delete = can_publish = can_unpublish = can_unschedule = _never
    can_lock = can_unlock = can_submit_for_moderation = can_set_view_restrictions = _never
    can_publish_subpage = can_reorder_children = can_move = can_move_to = can_copy = can_copy_to = _never
    can_add_subpage = _never


class StructuralPage:
    """Mixin of pages that the responsibility table makes: homes, columns, sections.

    It stands before ``Page`` in the bases. Saving outside ``structural_change`` raises :class:`StructureLocked`.
    """

    is_structural = True
    private_page_options: list[str] = []

    def save(self, *args: Any, **kwargs: Any) -> Any:
        if not is_structural_change():
            raise StructureLocked(_("This page follows from the responsibility table; change the table and apply it."))
        return super().save(*args, **kwargs)  # type: ignore[misc]

    def permissions_for_user(self, user: Any) -> StructuralPermissionTester:
        return StructuralPermissionTester(user, self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **context_of(self, request)}  # type: ignore[misc]
