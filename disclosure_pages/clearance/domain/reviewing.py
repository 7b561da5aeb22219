"""Decide a review: the only place where a task of the workflow is approved or returned."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState

from disclosure_pages.clearance.digest import content_digest
from disclosure_pages.clearance.enums import ReviewDecision, ReviewStage
from disclosure_pages.clearance.exceptions import ContentChanged, FindingsOpen, ReviewRefused
from disclosure_pages.clearance.models import Clearance, Review, ReviewTask
from disclosure_pages.clearance.rules import STAGES_AFTER_ATTRIBUTE, stages_apart_from, stopping_findings
from disclosure_pages.clearance.signals import review_approved
from disclosure_pages.tree.enums import DisclosureAttribute
from plugins.findings import Finding, GateRequest, Stage
from plugins.gates import gate_findings

if TYPE_CHECKING:
    from cms.people.models import User
    from disclosure_pages.tree.models import DisclosurePage


#: What the confidentiality review decides about content.
DECIDED = ("attribute", "basis", "ground")


@dataclass(frozen=True, kw_only=True)
class Ruling:
    """What a reviewer fills in.

    The confidentiality review fills attribute, basis, ground and checklist; the legality review opinion and checklist;
    the registration the number under which the document was registered before, if it was. ``overrides`` are the keys
    of findings, each with the reason why it does not stand in the way.
    """

    comment: str = ""
    attribute: str = DisclosureAttribute.NOT_STATED
    basis: str = ""
    ground: str = ""
    opinion: str = ""
    former_number: str = ""
    checklist: list[str] = field(default_factory=list)
    overrides: dict[str, str] = field(default_factory=dict)


def people_involved(page: DisclosurePage) -> set[int]:
    """Ids of everybody who wrote or submitted what is now under review: they may not approve it (four eyes).

    Writers count from the revision after the last clearance on; an earlier one has already been reviewed by others.
    """
    last = Clearance.objects.of(page).order_by("-revision_id").values_list("revision_id", flat=True).first()
    revisions = page.revisions.filter(pk__gt=last) if last else page.revisions.all()
    involved = set(revisions.values_list("user_id", flat=True))
    state = page.current_workflow_state
    if state is not None:
        involved.add(state.requested_by_id)
    involved.discard(None)
    return involved


def refusal_for(*, task_state: TaskState, reviewer: User, digest: str = "") -> str:
    """Why ``reviewer`` may not decide this task, as a sentence; empty when nothing stands against it.

    ``digest`` is that of the content under review, for callers who have it at hand.
    """
    task = task_state.task.specific
    if not isinstance(task, ReviewTask) or task_state.status != TaskState.STATUS_IN_PROGRESS:
        return _("This review is not open any more.")
    page = task_state.workflow_state.content_object.specific
    if not task.pages_reviewed_by(reviewer).filter(pk=page.pk).exists():
        return _("You are not a reviewer of this unit at this stage.")
    if reviewer.pk in people_involved(page):
        return _("Four eyes: nobody reviews what they wrote or submitted.")
    digest = digest or content_digest(task_state.revision.as_object())
    approved = Review.objects.approvals(page=page, digest=digest).filter(reviewer=reviewer)
    if approved.filter(stage__in=stages_apart_from(task.stage)).exists():
        return _("Four eyes: you have already approved this content at another stage.")
    return ""


def review_findings(*, page: DisclosurePage, stage: str, ruling: Ruling) -> list[Finding]:
    """What the gates say about the content under review, given what the reviewer has filled in so far.

    After the confidentiality review its decision about this content counts.
    """
    decision = {name: getattr(ruling, name) for name in (*DECIDED, "checklist", "opinion", "former_number")}
    if stage in STAGES_AFTER_ATTRIBUTE:
        decision |= decided_attribute(page)
    return gate_findings(GateRequest(page=page, stage=Stage(stage), decision=decision))


def decided_attribute(page: DisclosurePage) -> dict[str, str]:
    """What the confidentiality review decided about exactly this content: attribute, basis, ground; empty before it."""
    approvals = Review.objects.approvals(page=page, digest=content_digest(page))
    return approvals.filter(stage=ReviewStage.CONFIDENTIALITY).order_by("-decided_at").values(*DECIDED).first() or {}


@transaction.atomic
def approve_review(*, task_state: TaskState, reviewer: User, ruling: Ruling, expected_digest: str = "") -> Review:
    """Approve, which moves the workflow on; at its end the content is cleared and published.

    ``expected_digest`` is what the reviewer saw. Raises ``ReviewRefused`` when the person may not decide or the content
    is not the submitted one any more, ``FindingsOpen`` when findings stand in the way.
    """
    task_state = _lock(task_state)
    page = task_state.revision.as_object()
    digest = content_digest(page)
    _check_person(task_state=task_state, reviewer=reviewer, digest=digest)
    _check_content(task_state=task_state, page=page, digest=digest, expected_digest=expected_digest)
    stage = task_state.task.specific.stage
    findings = review_findings(page=page, stage=stage, ruling=ruling)
    overridden = [key for key, why in ruling.overrides.items() if why.strip()]
    open_findings = stopping_findings(findings, overrides=overridden)
    if open_findings:
        raise FindingsOpen(open_findings)
    review = _record(
        page,
        task_state=task_state,
        digest=digest,
        reviewer=reviewer,
        ruling=ruling,
        decision=ReviewDecision.APPROVED,
        findings=findings,
    )
    # Before the workflow moves on: at its end the content is published, and what receivers write is asked for there.
    review_approved.send(sender=Review, review=review, page=page)
    task_state.approve(user=reviewer, comment=ruling.comment)
    return review


@transaction.atomic
def return_review(*, task_state: TaskState, reviewer: User, reason: str) -> Review:
    """Give the content back to its author with a reason; the page can be edited again and submitted anew."""
    task_state = _lock(task_state)
    page = task_state.revision.as_object()
    digest = content_digest(page)
    _check_person(task_state=task_state, reviewer=reviewer, digest=digest)
    if not reason.strip():
        raise ReviewRefused(_("Say why you return it: the author needs a reason to work on."))
    review = _record(
        page,
        task_state=task_state,
        digest=digest,
        reviewer=reviewer,
        ruling=Ruling(comment=reason),
        decision=ReviewDecision.RETURNED,
        findings=[],
    )
    task_state.reject(user=reviewer, comment=reason)
    return review


def _lock(task_state: TaskState) -> TaskState:
    """Two reviewers who decide at the same moment are put in order by the lock on the page's row."""
    page_id = task_state.workflow_state.object_id
    Page.objects.select_for_update().filter(pk=page_id).values_list("pk", flat=True).first()
    return TaskState.objects.get(pk=task_state.pk)


def _check_person(*, task_state: TaskState, reviewer: User, digest: str) -> None:
    refusal = refusal_for(task_state=task_state, reviewer=reviewer, digest=digest)
    if refusal:
        raise ReviewRefused(refusal)


def _check_content(*, task_state: TaskState, page: DisclosurePage, digest: str, expected_digest: str) -> None:
    """The submitted revision must still be the latest, and what the reviewer saw must be what is decided."""
    current = page.specific_class.objects.get(pk=page.pk)
    latest = current.get_latest_revision()
    if latest is None or (latest.pk != task_state.revision_id and content_digest(latest.as_object()) != digest):
        raise ContentChanged(_("The content changed after it was submitted; ask for it to be submitted again."))
    if expected_digest and expected_digest != digest:
        raise ContentChanged(_("The content or one of its files is not what you saw; look at it again."))


def _record(
    page: DisclosurePage,
    *,
    task_state: TaskState,
    digest: str,
    reviewer: User,
    ruling: Ruling,
    decision: str,
    findings: list[Finding],
) -> Review:
    return Review.objects.create(
        page_id=page.pk,
        page_title=page.title,
        revision_id=task_state.revision_id,
        digest=digest,
        stage=task_state.task.specific.stage,
        decision=decision,
        reviewer=reviewer,
        comment=ruling.comment,
        attribute=ruling.attribute,
        basis=ruling.basis,
        ground=ruling.ground,
        opinion=ruling.opinion,
        former_number=ruling.former_number,
        checklist=ruling.checklist,
        overrides=ruling.overrides,
        findings=[
            {"key": item.key, "code": item.code, "message": str(item.message), "severity": item.severity}
            | {"field": item.field}
            for item in findings
        ],
    )
