"""What Wagtail's screens offer for a page of content.

These answers only shape the screens; the tree's ``save`` and signal receivers refuse what must not happen.
"""

from __future__ import annotations

from typing import Any

from wagtail.models import PagePermissionTester


class ContentPermissionTester(PagePermissionTester):
    """Editors write and submit; publishing, withdrawing, moving and deleting public content are acts of our own."""

    def _never(self, *args: Any, **kwargs: Any) -> bool:
        return False

    can_publish = can_unpublish = can_publish_subpage = can_unschedule = _never
    can_set_view_restrictions = can_reorder_children = _never

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        # What has been public once, withdrawn or not, is on record; only an act that leaves a reason deletes it.
        never_public = not self.page.live and self.page.first_published_at is None
        return never_public and super().can_delete(ignore_bulk=ignore_bulk)

    def can_move(self) -> bool:
        return not self.page.live and super().can_delete(ignore_bulk=True)

    def can_move_to(self, destination: Any) -> bool:
        return not self.page.live and super().can_move_to(destination)
