"""Content in each state of its life, brought there by the real acts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

from django.db import transaction
from wagtail.models import Revision, TaskState

from cms.people.domain.roles import people_with_role
from cms.people.models import User
from disclosure_pages.clearance.digest import content_digest
from disclosure_pages.clearance.domain.holding import publish_or_hold
from disclosure_pages.clearance.domain.reviewing import Ruling, approve_review, people_involved, review_findings
from disclosure_pages.clearance.enums import ChecklistItem, LegalityItem, ReviewDecision, ReviewStage
from disclosure_pages.clearance.models import Clearance, Review
from disclosure_pages.clearance.rules import ROLE_OF_STAGE, is_unit_stage
from disclosure_pages.clearance.signals import review_approved
from disclosure_pages.pages.models import Article
from disclosure_pages.tree.enums import DisclosureAttribute
from disclosure_pages.tree.models import DisclosurePage, Section
from plugins.findings import Severity

from .people import make_editor, make_person
from .tree import make_section

DAY = dt.date(2026, 6, 1)
_numbers = count(1)


def make_draft(
    title: str = "",
    *,
    section: Section | None = None,
    author: User | None = None,
    kind: type[DisclosurePage] = Article,
    **fields: Any,
) -> Any:
    """A draft that has never been public, with a first revision by ``author`` (made up unless given)."""
    place = section or make_section()
    writer = author or make_editor(place.unit)
    if kind is Article:
        fields = {"formed_on": DAY, "body": "<p>正文。</p>", "source": place.unit.name, **fields}
    page = kind(title=title or f"关于第{next(_numbers)}件事的通知", live=False, owner=writer, **fields)
    place.add_child(instance=page)
    page.save_revision(user=writer)
    return page


def submit(page: DisclosurePage, *, by: User | None = None) -> TaskState:
    """Hand the latest draft in; returns the first task of its workflow."""
    workflow = page.get_workflow()
    state = workflow.start(page, by or page.get_latest_revision().user)
    return state.current_task_state


def proactive_ruling() -> Ruling:
    """What a confidentiality reviewer fills in for content that may be public."""
    return Ruling(
        attribute=DisclosureAttribute.PROACTIVE,
        basis="《政府信息公开条例》第二十条",
        checklist=list(ChecklistItem.values),
    )


def lawful_ruling() -> Ruling:
    """What the legal office fills in for a document that it finds in order."""
    return Ruling(opinion="主体适格，内容合法，程序完备。", checklist=list(LegalityItem.values))


RULINGS: dict[str, Callable[[], Ruling]] = {
    ReviewStage.LEGALITY: lawful_ruling,
    ReviewStage.CONFIDENTIALITY: proactive_ruling,
}


def reviewer_for(page: DisclosurePage, stage: str) -> User:
    """Somebody who may review ``page`` at ``stage``: an existing person where there is one, else a new one."""
    role = ROLE_OF_STAGE[stage]
    place: dict[str, Any] = {"unit": page.unit} if is_unit_stage(stage) else {"district": page.district}
    found = people_with_role(role, **place).exclude(pk__in=people_involved(page)).first()
    return found or make_person(role, **place)


def reasons_for(page: DisclosurePage, reason: str, *, stage: str = ReviewStage.UNIT) -> dict[str, str]:
    """Overrides with which ``reason`` is recorded for everything that can be overridden in the latest draft."""
    draft = page.get_latest_revision_as_object()
    findings = review_findings(page=draft, stage=stage, ruling=RULINGS.get(stage, Ruling)())
    return {finding.key: reason for finding in findings if finding.severity == Severity.OVERRIDABLE}


def approve_next(
    page: DisclosurePage, *, by: User | None = None, ruling: Ruling | None = None, reason: str = ""
) -> None:
    """Approve the open task of ``page``; the reviews with a ruling find it in order and rule “proactive”.

    ``reason`` is recorded for every finding that can be overridden.
    """
    fresh = page.specific_class.objects.get(pk=page.pk)
    task_state = fresh.current_workflow_state.current_task_state
    stage = task_state.task.specific.stage
    default = RULINGS.get(stage, Ruling)()
    if reason:
        default = replace(default, overrides=reasons_for(fresh, reason, stage=stage))
    approve_review(task_state=task_state, reviewer=by or reviewer_for(fresh, stage), ruling=ruling or default)


def publish(page: DisclosurePage, *, on: dt.date | None = None, reason: str = "") -> Any:
    """Bring the latest draft of ``page`` to the public as its reviews would, without asking each; returns it as saved.

    For tests of what is public. The rows that reviews leave are there, their signals are sent, and the gate of
    publication is asked; there is no workflow and no letter: :func:`publish_by_reviews` has both.
    ``on`` backdates the day of publication of a page that has never been public; with a ``reason``, which answers
    findings, or where the reviews have begun, they are asked.
    """
    fresh = page.specific_class.objects.get(pk=page.pk)
    if reason or fresh.current_workflow_state is not None:
        return publish_by_reviews(page, on=on, reason=reason)
    if on is not None:
        DisclosurePage.objects.filter(pk=page.pk).update(published_on=on)
    with transaction.atomic():
        clear_at_once(fresh.get_latest_revision())
    return page.specific_class.objects.get(pk=page.pk)


def clear_at_once(revision: Revision) -> None:
    """Leave an approval of each stage and a clearance of ``revision``, and publish what it covers."""
    draft = revision.as_object()
    digest = content_digest(draft)
    reviews = [_approval(draft, revision, digest, stage) for stage in stages_of(draft)]
    decided = {"attribute": DisclosureAttribute.PROACTIVE, "basis": proactive_ruling().basis}
    clearance = Clearance.objects.create(
        page_id=draft.pk,
        page_title=draft.title,
        unit_id=draft.unit_id,
        revision_id=revision.pk,
        digest=digest,
        cleared_by=reviews[-1].reviewer,
        **decided,
    )
    clearance.reviews.set(reviews)
    publish_or_hold(clearance=clearance, revision=revision, user=clearance.cleared_by, overrides={})


def stages_of(draft: DisclosurePage) -> list[str]:
    """Reviews that ``draft`` passes, in their order."""
    tasks = draft.get_workflow().tasks.filter(active=True).order_by("workflow_tasks__sort_order").specific()
    return [task.stage for task in tasks]


def _approval(draft: DisclosurePage, revision: Revision, digest: str, stage: str) -> Review:
    ruling = RULINGS.get(stage, Ruling)()
    review = Review.objects.create(
        page_id=draft.pk,
        page_title=draft.title,
        revision_id=revision.pk,
        digest=digest,
        stage=stage,
        decision=ReviewDecision.APPROVED,
        reviewer=reviewer_for(draft, stage),
        attribute=ruling.attribute,
        basis=ruling.basis,
        opinion=ruling.opinion,
        checklist=ruling.checklist,
    )
    review_approved.send(sender=Review, review=review, page=draft)
    return review


def publish_by_reviews(page: DisclosurePage, *, on: dt.date | None = None, reason: str = "") -> Any:
    """Bring the latest draft of ``page`` to the public through every review; returns the page as saved.

    ``on`` as in :func:`publish`; ``reason`` answers the findings.
    """
    if on is not None:
        DisclosurePage.objects.filter(pk=page.pk).update(published_on=on)
    fresh = page.specific_class.objects.get(pk=page.pk)
    if fresh.current_workflow_state is None:
        submit(fresh)
    while (state := page.specific_class.objects.get(pk=page.pk).current_workflow_state) is not None:
        approve_next(state.content_object, reason=reason)
    return page.specific_class.objects.get(pk=page.pk)


def make_published(title: str = "", *, on: dt.date | None = None, **fields: Any) -> Any:
    """A public page; takes what :func:`make_draft` takes."""
    return publish(make_draft(title, **fields), on=on)


def make_changed_draft(page: DisclosurePage, *, author: User | None = None, **changes: Any) -> Any:
    """A newer draft of ``page`` with ``changes``; what is public stays as it is."""
    draft = page.specific_class.objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.save_revision(user=author or draft.owner)
    return page.specific_class.objects.get(pk=page.pk)
