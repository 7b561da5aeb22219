"""The editor's form of every kind of page."""

from __future__ import annotations

import re
from typing import Any

from disclosure_pages.clearance.forms.submission import SubmissionForm
from disclosure_pages.media.page_forms import OwnReferencesMixin
from disclosure_pages.tree.slugs import ascii_slug


class ContentForm(OwnReferencesMixin, SubmissionForm):
    """An address may be left blank: it is the title in pinyin, and follows the title until somebody changes it.

    The editor saves by itself while the title is still being typed, so an address made from the first characters must
    not stay. Once the content has been public its address changes by hand only.
    """

    show_schedule_publishing_toggle = False  # the day is a field of its own here, not a dialog beside the form

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
        if not self.instance.path and self.parent_page is not None:
            # Lets the page find the column in which its address must be free before it stands in the tree.
            self.instance._cached_parent_obj = self.parent_page

    def clean_slug(self) -> str:
        """Blank when the page is to make its address itself."""
        slug: str = self.cleaned_data["slug"]
        return "" if self._is_made_from_title(slug) else slug

    def _is_made_from_title(self, slug: str) -> bool:
        page = self.instance
        if slug != page.slug or page.first_published_at is not None or "title" not in self.cleaned_data:
            return False
        return re.fullmatch(rf"{re.escape(ascii_slug(page.title))}(-\d+)?", slug) is not None

    def get_field_updates_for_resave(self) -> list[tuple[str, str]]:
        """Show the address in the editor as soon as it has been made."""
        updates: list[tuple[str, str]] = super().get_field_updates_for_resave()
        if "slug" in self.fields and self.data.get(self.add_prefix("slug")) != self.instance.slug:
            updates.append((self.add_prefix("slug"), self.instance.slug))
        return updates
