"""What a document and its interpretations wait for, as people at work see it from either side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import WorkflowState

from disclosure_pages.clearance.models import HeldPublication
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.tree.models import DisclosurePage

from .domain.needing import needs_interpretation
from .models import InterpretationDays, InterpretationWaiver, Pairing

if TYPE_CHECKING:
    from cms.people.models import User

PUBLIC, HELD, SCHEDULED = _("Public"), _("Cleared, waiting"), _("Cleared for its day")
IN_REVIEW, RETURNED, DRAFT = _("In review"), _("Returned"), _("Draft")


@dataclass(frozen=True, kw_only=True)
class Member:
    """One page of a pair; ``url`` leads to the editor for those who write there, and is empty otherwise."""

    title: str
    state: Any
    url: str
    is_together: bool


@dataclass(frozen=True, kw_only=True)
class PairState:
    """The other side of a page, whether the page itself waits, and whether it is allowed to stand alone.

    ``unread`` counts pages of the other side that the person may not read, such as the legal office an interpretation.
    """

    members: list[Member]
    unread: int
    is_document: bool
    is_held: bool
    needs_one: bool
    waiver: InterpretationWaiver | None
    begin_url: str


def pair_state(page: Any, *, user: User) -> PairState | None:
    """The state of ``page``, a document or an interpretation, for ``user``; ``None`` before it is first saved."""
    if page.pk is None:
        return None
    is_document = isinstance(page, PolicyDocument)
    may_write = DisclosurePage.objects.editable_by(user).filter(pk=page.pk).exists()
    begin_url = reverse("gongkai_interpretations:begin", args=[page.pk]) if is_document and may_write else ""
    together = _pairs(page, is_document=is_document)
    members = _members(together, user=user)
    waivers = InterpretationWaiver.objects.in_effect().filter(document=page.pk).select_related("given_by")
    return PairState(
        members=members,
        unread=len(together) - len(members),
        is_document=is_document,
        is_held=HeldPublication.objects.filter(page=page.pk).exists(),
        needs_one=is_document and needs_interpretation(page, days=InterpretationDays.load()),
        waiver=waivers.first() if is_document else None,
        begin_url=begin_url,
    )


def _pairs(page: Any, *, is_document: bool) -> dict[int, bool]:
    """Keys of the other pages of the pairs, with whether both are published together."""
    mine, other = ("document", "interpretation") if is_document else ("interpretation", "document")
    return dict(Pairing.objects.filter(**{mine: page.pk}).values_list(other, "is_together"))


def _members(together: dict[int, bool], *, user: User) -> list[Member]:
    """Those of the other pages that ``user`` may read."""
    pages = DisclosurePage.objects.visible_to(user).filter(pk__in=together).annotate_approved_schedule()
    editable = set(DisclosurePage.objects.editable_by(user).filter(pk__in=together).values_list("pk", flat=True))
    held = set(HeldPublication.objects.filter(page__in=together).values_list("page_id", flat=True))
    return [
        Member(
            title=row.draft_title,
            state=_state(row, held=held),
            url=reverse("wagtailadmin_pages:edit", args=[row.pk]) if row.pk in editable else "",
            is_together=together[row.pk],
        )
        for row in pages.order_by("pk")
    ]


def _state(page: Any, *, held: set[int]) -> Any:
    if page.live:
        return PUBLIC
    if page.pk in held:
        return HELD
    if page.approved_schedule:
        return SCHEDULED
    workflow = page.current_workflow_state
    if workflow is None:
        return DRAFT
    return RETURNED if workflow.status == WorkflowState.STATUS_NEEDS_CHANGES else IN_REVIEW
