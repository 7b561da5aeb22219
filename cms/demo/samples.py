"""Samples of plug-ins, led through every review as the demo's own texts are."""

from __future__ import annotations

from cms.people.enums import Role
from cms.tenancy.models import District
from disclosure_pages.clearance.domain.reviewing import Ruling, approve_review
from disclosure_pages.clearance.enums import ReviewStage
from disclosure_pages.clearance.rules import ROLE_OF_STAGE
from disclosure_pages.pages.models import Content

from .lives import LAWFUL, PUBLIC
from .people import holder_of, staff_of
from .writing import Desk

RULINGS = {ReviewStage.UNIT: Ruling(comment="内容属实，同意。"), ReviewStage.LEGALITY: LAWFUL}


def publish_sample(*, page: Content, district: District, column: str, unit: str) -> Content:
    """Write ``page`` as an editor of ``unit`` (its code) would, in ``column`` (its titles with `` > `` between), and
    bring it to the public by the reviews of the demo's people; returns it as saved."""
    section = Desk(district).section(column, unit)
    author, moderator = staff_of(section.unit)
    page.live, page.owner = False, author
    section.add_child(instance=page)
    page.save_revision(user=author, log_action=True)
    page.get_workflow().start(page, author)
    while (state := type(page).objects.get(pk=page.pk).current_workflow_state) is not None:
        stage = state.current_task_state.task.specific.stage
        reviewer = moderator if stage == ReviewStage.UNIT else holder_of(Role(ROLE_OF_STAGE[stage]))
        ruling = PUBLIC if stage == ReviewStage.CONFIDENTIALITY else RULINGS.get(stage, Ruling())
        approve_review(task_state=state.current_task_state, reviewer=reviewer, ruling=ruling)
    return type(page).objects.get(pk=page.pk)
