"""What changed in content since readers, or reviewers, last passed it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .models import Clearance

if TYPE_CHECKING:
    from django.http import HttpRequest

    from disclosure_pages.tree.models import DisclosurePage


@dataclass(frozen=True, kw_only=True)
class Changes:
    """Wagtail's comparisons of the fields that differ; ``since`` is the clearance of the older content."""

    since: Clearance
    comparisons: list[Any]


def changes_since_clearance(*, draft: DisclosurePage, revision_id: int, request: HttpRequest) -> Changes | None:
    """Compare ``draft`` with what was cleared last before it; ``None`` when nothing was, so that all of it is new."""
    since = Clearance.objects.of(draft).filter(revision_id__lt=revision_id).order_by("-revision_id").first()
    cleared = draft.revisions.filter(pk=since.revision_id).first() if since else None
    if since is None or cleared is None:
        return None
    panel = draft.get_edit_handler().get_bound_panel(instance=draft, request=request, form=None)
    before = cleared.as_object()
    pairs = [comparison(before, draft) for comparison in panel.get_comparison()]
    return Changes(since=since, comparisons=[pair for pair in pairs if pair.has_changed()])
