"""Tables of clearance: who reviews at which stage, and in which stages a finding stops the way."""

from __future__ import annotations

from collections.abc import Iterable

from cms.people.enums import Role, Scope
from cms.people.rules import SCOPE_OF_ROLE
from plugins.findings import Finding, Severity

from .enums import ChecklistItem, ReviewStage

ROLE_OF_STAGE: dict[str, str] = {
    ReviewStage.UNIT: Role.MODERATOR,
    ReviewStage.CONFIDENTIALITY: Role.CONFIDENTIALITY_REVIEWER,
    ReviewStage.OFFICE: Role.DISCLOSURE_OFFICE,
}

#: Reviews without which nothing is cleared, whatever an administrator does to the workflows.
MINIMUM_STAGES: tuple[str, ...] = (ReviewStage.UNIT, ReviewStage.CONFIDENTIALITY)

#: Roles that may take content from the public side: its unit's moderator, and the district's disclosure office.
WITHDRAWING_ROLES: tuple[str, ...] = (Role.MODERATOR, Role.DISCLOSURE_OFFICE)
#: The role that may force a publication, delete as an error and move public content.
OFFICE_ROLES: tuple[str, ...] = (Role.DISCLOSURE_OFFICE,)


def is_unit_stage(stage: str) -> bool:
    """Whether the stage's reviewers are appointed in the unit rather than in the district."""
    return SCOPE_OF_ROLE[ROLE_OF_STAGE[stage]] == Scope.UNIT


def missing_checklist_items(answers: Iterable[str]) -> list[ChecklistItem]:
    """Items of the checklist that the reviewer has not confirmed."""
    confirmed = set(answers)
    return [item for item in ChecklistItem if item.value not in confirmed]


def stopping_findings(findings: Iterable[Finding], *, overrides: Iterable[str] = ()) -> list[Finding]:
    """Findings that stop the way: every blocking one, and overridable ones that nobody has overridden."""
    overridden = set(overrides)
    return [
        finding
        for finding in findings
        if finding.severity == Severity.BLOCK
        or (finding.severity == Severity.OVERRIDABLE and finding.code not in overridden)
    ]
