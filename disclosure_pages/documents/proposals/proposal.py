"""What is proposed to an editor, and the sentence it comes from."""

from __future__ import annotations

import datetime as dt
import enum
import hashlib
from dataclasses import dataclass

from disclosure_pages.documents.force.enums import RelationKind


class ProposalKind(enum.StrEnum):
    """What would be taken over."""

    RELATION = "relation"
    EFFECTIVE = "effective"
    TERM = "term"
    EXPIRY = "expiry"


class DayRule(enum.StrEnum):
    """From which act the day of effect is counted; blank: the document names the day itself."""

    NAMED = ""
    FROM_PUBLICATION = "from_publication"
    FROM_ISSUE = "from_issue"


@dataclass(frozen=True, kw_only=True)
class Term:
    """For how long a document is in force."""

    years: int = 0
    months: int = 0

    @property
    def in_months(self) -> int:
        """The whole of it in months."""
        return self.years * 12 + self.months


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """One statement found in a text.

    ``start`` and ``end`` are places in the text as it was given. ``day`` is the first day of effect, of the document or
    of the relation (``None``: the day on which the document itself takes effect), or for an expiry the last day in
    force. ``new_expiry`` and ``term`` of an extension say until when, or for how long. ``days_after`` are days after
    the act that ``day_rule`` names. An item of a list has the sentence above the list in ``introduced_by``.
    """

    kind: ProposalKind
    sentence: str
    start: int
    end: int
    relation: RelationKind | None = None
    target_title: str = ""
    target_number: str = ""
    provisions: str = ""
    day: dt.date | None = None
    day_rule: DayRule = DayRule.NAMED
    days_after: int = 0
    new_expiry: dt.date | None = None
    term: Term | None = None
    introduced_by: str = ""

    @property
    def statement(self) -> tuple[object, ...]:
        """What it says, apart from where it says so; two proposals with one statement are the same."""
        target = self.target_number or self.target_title
        return self.kind, self.relation, target, self.provisions, self.day, self.day_rule, self.new_expiry, self.term

    @property
    def key(self) -> str:
        """Short name of the statement, the same as long as the text says the same."""
        return hashlib.sha256(repr(self.statement).encode()).hexdigest()[:16]
