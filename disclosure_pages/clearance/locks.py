"""The lock on content that is cleared and waits for what becomes public together with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail.locks import BaseLock

from .models import HeldPublication

if TYPE_CHECKING:
    from disclosure_pages.tree.models import DisclosurePage


class HeldLock(BaseLock):
    """Nobody edits what was cleared, or it would not be clear which version will be published."""

    def for_user(self, user: Any) -> bool:
        return True

    def get_message(self, user: Any) -> str:
        from .domain.holding import missing_members  # stands on models

        others = missing_members(self.object.pk).visible_to(user)
        waits_for = format_html_join(" ", "<b>“{}”</b>", ((page.draft_title,) for page in others))
        return format_html(
            "{} {}", _("This content is cleared and waits for what becomes public together with it."), waits_for
        )

    def get_locked_by(self, user: Any) -> str:
        return _("Locked until it becomes public")

    def get_description(self, user: Any) -> str:
        return _("To change it, have it recalled: its clearance then ends, and it is reviewed anew.")


def lock_of(page: DisclosurePage) -> HeldLock | None:
    """The lock on ``page`` if it is held."""
    is_held = page.pk is not None and HeldPublication.objects.filter(page=page.pk).exists()
    return HeldLock(page) if is_held else None
