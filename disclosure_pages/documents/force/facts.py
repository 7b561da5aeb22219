"""What is stated about documents and their relations, and what is concluded from it.

Days are calendar days in Asia/Shanghai; no time of day has legal meaning here.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias

from .enums import CauseKind

Key: TypeAlias = int


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentFacts:
    """Days of a document's own.

    ``effective_on``: the first day in force; ``None`` if nobody knows it, and then it is not in force.
    ``expires_on``: the last day of the term, on which it is still in force; ``None`` if there is no term.
    ``annulled_on``: the first day on which an authority's annulment (撤销) took it out of force.
    """

    key: Key
    effective_on: dt.date | None = None
    expires_on: dt.date | None = None
    annulled_on: dt.date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class RelationFacts:
    """One act of ``source`` on ``target``.

    ``source``: ``None`` for a document outside the library, which is taken to be in force.
    ``takes_effect_on``: the day on which it happens, if its source is in force on that day.
    ``provisions``: which part of the target is meant, in words; it has no bearing on force.
    ``new_expiry``: for an extension, the last day of the new term; ``None`` if there is no term any more.
    ``lifted_on``: the first day on which a later act has taken its effect away.
    ``ends_with_source``: whether the effect lasts only while the source is in force.
    ``order``: which of two acts of one day comes first; then the key decides.
    """

    key: Key
    source: Key | None
    target: Key
    kind: str
    takes_effect_on: dt.date
    provisions: str = ""
    new_expiry: dt.date | None = None
    lifted_on: dt.date | None = None
    ends_with_source: bool = False
    order: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Cause:
    """Why a document has its force.

    ``day``: effective day, last day of the term, day of annulment or of the relation; not the first day of the period.
    ``relation``: the key of the relation; for an expiry that of the extension which set the term.
    """

    kind: str = CauseKind.NONE
    relation: Key | None = None
    day: dt.date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """Force and its cause, on some day."""

    force: str
    cause: Cause


@dataclass(frozen=True, kw_only=True, slots=True)
class Period:
    """Days with one force for one cause: ``starts_on`` to ``ends_on``, both inclusive, ``None`` without limit."""

    force: str
    starts_on: dt.date | None
    ends_on: dt.date | None
    cause: Cause

    def holds(self, day: dt.date) -> bool:
        """Whether ``day`` is one of its days."""
        return (self.starts_on is None or self.starts_on <= day) and (self.ends_on is None or day <= self.ends_on)
