"""Tables of clearance: who reviews at which stage, and in which stages a finding stops the way."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import TextChoices

from cms.people.enums import Role, Scope
from cms.people.rules import SCOPE_OF_ROLE
from plugins.findings import Finding, Severity

from .enums import ChecklistItem, LegalityItem, ReviewStage

ROLE_OF_STAGE: dict[str, str] = {
    ReviewStage.UNIT: Role.MODERATOR,
    ReviewStage.LEGALITY: Role.LEGAL_OFFICE,
    ReviewStage.CONFIDENTIALITY: Role.CONFIDENTIALITY_REVIEWER,
    ReviewStage.OFFICE: Role.DISCLOSURE_OFFICE,
    ReviewStage.REGISTRATION: Role.LEGAL_OFFICE,
}

#: Reviews without which nothing is cleared, whatever an administrator does to the workflows.
MINIMUM_STAGES: tuple[str, ...] = (ReviewStage.UNIT, ReviewStage.CONFIDENTIALITY)

#: Reviews that only some kinds of content pass; content says so itself (``DisclosurePage.own_stages``).
STAGES_OF_KINDS: frozenset[str] = frozenset({ReviewStage.LEGALITY, ReviewStage.REGISTRATION})
#: Stages at which one person may approve the same content twice: registering records what the same office has judged.
STAGES_IN_ONE_HAND: frozenset[str] = frozenset({ReviewStage.LEGALITY, ReviewStage.REGISTRATION})
#: Reviews that know the disclosure attribute, because the confidentiality review comes before them.
STAGES_AFTER_ATTRIBUTE: frozenset[str] = frozenset({ReviewStage.OFFICE, ReviewStage.REGISTRATION})

#: What a reviewer confirms before approving, by stage.
CHECKLISTS: dict[str, type[TextChoices]] = {
    ReviewStage.LEGALITY: LegalityItem,
    ReviewStage.CONFIDENTIALITY: ChecklistItem,
}

#: Roles that may take content from the public side: its unit's moderator, and the district's disclosure office.
WITHDRAWING_ROLES: tuple[str, ...] = (Role.MODERATOR, Role.DISCLOSURE_OFFICE)
#: The role that may force a publication, delete as an error and move public content.
OFFICE_ROLES: tuple[str, ...] = (Role.DISCLOSURE_OFFICE,)


def is_unit_stage(stage: str) -> bool:
    """Whether the stage's reviewers are appointed in the unit rather than in the district."""
    return SCOPE_OF_ROLE[ROLE_OF_STAGE[stage]] == Scope.UNIT


def stages_apart_from(stage: str) -> frozenset[str]:
    """Stages whose reviewer may not be that of ``stage`` too, for one content."""
    together = STAGES_IN_ONE_HAND if stage in STAGES_IN_ONE_HAND else {stage}
    return frozenset(ROLE_OF_STAGE) - together


def missing_checklist_items(stage: str, answers: Iterable[str]) -> list[TextChoices]:
    """Items of the checklist of ``stage`` that the reviewer has not confirmed."""
    confirmed = set(answers)
    return [item for item in CHECKLISTS[stage] if item.value not in confirmed]


def stopping_findings(findings: Iterable[Finding], *, overrides: Iterable[str] = ()) -> list[Finding]:
    """Findings that stop the way: every blocking one, and overridable ones whose key nobody has overridden."""
    overridden = set(overrides)
    return [
        finding
        for finding in findings
        if finding.severity == Severity.BLOCK
        or (finding.severity == Severity.OVERRIDABLE and finding.key not in overridden)
    ]
