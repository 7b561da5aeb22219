"""What a gate is asked, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Stage(StrEnum):
    """When a gate is asked."""

    SUBMIT = "submit"
    UNIT_REVIEW = "unit"
    LEGALITY_REVIEW = "legality"
    CONFIDENTIALITY_REVIEW = "confidentiality"
    OFFICE_APPROVAL = "office"
    REGISTRATION = "registration"
    PUBLISH = "publish"


class Severity(StrEnum):
    """``BLOCK`` forbids, ``OVERRIDABLE`` forbids until a second person records why not, ``NOTICE`` informs."""

    BLOCK = "block"
    OVERRIDABLE = "overridable"
    NOTICE = "notice"


@dataclass(frozen=True, kw_only=True)
class GateRequest:
    """The content in question, as it would be published, and the moment.

    ``page`` is a specific page instance built from the revision under review; ``decision`` holds the attribute,
    its basis and ground, checklist, opinion and former number as far as they have been decided.
    """

    page: Any
    stage: Stage
    decision: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing a gate found: where it is and how to mend it.

    ``code`` is a dotted, stable name; ``field`` the form field concerned, empty for the page as a whole; ``excerpt`` is
    already masked when it quotes personal data. ``subject`` tells findings of one code apart: whoever overrides one of
    them overrides no other.
    """

    code: str
    message: str
    remedy: str
    severity: Severity = Severity.BLOCK
    field: str = ""
    excerpt: str = ""
    subject: str = ""

    @property
    def key(self) -> str:
        """Under which an override of exactly this finding is recorded."""
        return f"{self.code}#{self.subject}" if self.subject else self.code
