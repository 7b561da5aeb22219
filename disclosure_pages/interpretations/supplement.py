"""On the review screen: the plan of a document, which readers never see, and what it is published together with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from wagtail.admin.ui.components import Component

from disclosure_pages.documents.models import PolicyDocument

from .models import Interpretation
from .pair_state import PairState, pair_state

if TYPE_CHECKING:
    from django.http import HttpRequest

    from disclosure_pages.tree.models import DisclosurePage


class PairSupplement(Component):
    """The plan and the other side."""

    template_name = "gongkai_interpretations/supplement.html"

    def __init__(self, *, plans: list[Any], state: PairState | None) -> None:
        self.plans, self.state = plans, state

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"plans": self.plans, "state": self.state, "is_on_review": True}


def plan_and_pair(draft: DisclosurePage, request: HttpRequest) -> Component | None:
    """The part for a document or an interpretation that has a plan, a counterpart or a need of one."""
    if not isinstance(draft, PolicyDocument | Interpretation):
        return None
    state = pair_state(draft, user=request.user)  # type: ignore[arg-type]  # the admin lets nobody else come this far
    plans = list(draft.interpretation_plans.all()) if isinstance(draft, PolicyDocument) else []
    is_worth_it = plans or (state and (state.members or state.unread or state.needs_one or state.waiver))
    return PairSupplement(plans=plans, state=state) if is_worth_it else None
