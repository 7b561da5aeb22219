"""Hand content in for review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure_pages.clearance.exceptions import FindingsOpen
from disclosure_pages.clearance.rules import stopping_findings
from plugins.findings import Finding, GateRequest, Severity, Stage
from plugins.registry import gate_findings

if TYPE_CHECKING:
    from disclosure_pages.tree.models import DisclosurePage


def submission_findings(*, page: DisclosurePage, stage: str = Stage.SUBMIT) -> list[Finding]:
    """Everything the gates say about ``page`` as it stands in memory."""
    return gate_findings(GateRequest(page=page, stage=Stage(stage)))


def check_submission(*, page: DisclosurePage, stage: str) -> None:
    """Raise ``FindingsOpen`` when the latest draft cannot go into a review: something on it blocks whoever looks."""
    draft = page.get_latest_revision_as_object()
    findings = submission_findings(page=draft)
    blocking = [finding for finding in stopping_findings(findings) if finding.severity == Severity.BLOCK]
    if blocking:
        raise FindingsOpen(blocking)
