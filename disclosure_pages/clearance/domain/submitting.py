"""Hand content in for review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure_pages.clearance.digest import content_digest
from disclosure_pages.clearance.exceptions import FindingsOpen
from disclosure_pages.clearance.models import Review
from disclosure_pages.clearance.rules import STAGES_OF_KINDS, stopping_findings
from plugins.findings import Finding, GateRequest, Severity, Stage
from plugins.gates import gate_findings

if TYPE_CHECKING:
    from wagtail.models import Task, WorkflowState

    from disclosure_pages.tree.models import DisclosurePage


def submission_findings(*, page: DisclosurePage, stage: str = Stage.SUBMIT) -> list[Finding]:
    """Everything the gates say about ``page`` as it stands in memory."""
    return gate_findings(GateRequest(page=page, stage=Stage(stage)))


def blocking_findings(*, page: DisclosurePage) -> list[Finding]:
    """Findings with which ``page``, as it stands in memory, cannot go into a review: they block whoever looks."""
    findings = stopping_findings(submission_findings(page=page))
    return [finding for finding in findings if finding.severity == Severity.BLOCK]


def check_submission(*, draft: DisclosurePage) -> None:
    """Raise ``FindingsOpen`` when ``draft``, the latest one, cannot go into a review."""
    blocking = blocking_findings(page=draft)
    if blocking:
        raise FindingsOpen(blocking)


def follow_kind(*, workflow_state: WorkflowState, draft: DisclosurePage) -> None:
    """Let the reviews be those of the content as it is now: its kind may have changed since they began.

    Without this, content of another kind would end where nobody can clear it; ``clearing.required_stages`` has the last
    word either way.
    """
    tasks = workflow_state.workflow.tasks.filter(active=True).specific()
    asked = STAGES_OF_KINDS.intersection(getattr(task, "stage", "") for task in tasks)
    if asked != set(draft.own_stages):
        workflow_state.workflow = draft.get_workflow() or workflow_state.workflow


def first_task_due(*, workflow_state: WorkflowState, draft: DisclosurePage) -> Task | None:
    """The first task whose stage has not approved exactly the content of ``draft`` within this workflow.

    ``None``: all have. Content that was returned at a later stage and changed since goes back to the first; unchanged
    content is not asked about twice.
    """
    digest = content_digest(draft)
    approvals = Review.objects.approvals(page=draft, digest=digest).filter(decided_at__gte=workflow_state.created_at)
    approved = set(approvals.values_list("stage", flat=True))
    tasks = workflow_state.workflow.tasks.filter(active=True).specific()
    return next((task for task in tasks if getattr(task, "stage", None) not in approved), None)
