"""What an act on facts would change in legal force, worked out by the engine before anybody does it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from disclosure_pages.documents.domain.facts import present_facts
from disclosure_pages.documents.force.computing import Period, force_on, force_periods
from disclosure_pages.documents.force.enums import LegalForce
from disclosure_pages.documents.force.facts import DocumentFacts, RelationFacts
from disclosure_pages.documents.models import DocumentRelation, LegalRecord

Periods = dict[int, list[Period]]


@dataclass(frozen=True, kw_only=True)
class ForceChange:
    """A document, the first day on which its force would differ, and its force on that day before and after."""

    record: LegalRecord
    day: dt.date
    before: str
    after: str

    @property
    def before_label(self) -> Any:
        """Force as it is, in words."""
        return LegalForce(self.before).label

    @property
    def after_label(self) -> Any:
        """Force as it would be, in words."""
        return LegalForce(self.after).label


def changes_of_force(
    *, lifted: Mapping[int, dt.date] | None = None, annulled: Mapping[int, dt.date] | None = None
) -> list[ForceChange]:
    """What changes if relations (key → day) are lifted and documents (key → day) are annulled; nothing is written."""
    lifted, annulled = lifted or {}, annulled or {}
    targets = DocumentRelation.objects.filter(pk__in=lifted, target__isnull=False).values_list("target_id", flat=True)
    facts = present_facts()
    concerned = facts.affected_by({*targets, *annulled})
    documents, relations = facts.needed_for(concerned)
    now = force_periods(documents, relations)
    then = force_periods(_annul(documents, annulled), _lift(relations, lifted))
    records = LegalRecord.objects.in_bulk([key for key in concerned if now.get(key) != then.get(key)])
    changes = (_change(record, now[key], then[key]) for key, record in records.items())
    return sorted((change for change in changes if change), key=lambda change: (change.day, change.record.pk))


def _annul(documents: list[DocumentFacts], annulled: Mapping[int, dt.date]) -> list[DocumentFacts]:
    return [replace(row, annulled_on=annulled[row.key]) if row.key in annulled else row for row in documents]


def _lift(relations: list[RelationFacts], lifted: Mapping[int, dt.date]) -> list[RelationFacts]:
    return [replace(row, lifted_on=lifted[row.key]) if row.key in lifted else row for row in relations]


def _change(record: LegalRecord, now: list[Period], then: list[Period]) -> ForceChange | None:
    """The first day with another force; causes that change alone are not worth a line."""
    for day in sorted({period.starts_on for period in (*now, *then) if period.starts_on is not None}):
        before, after = force_on(now, day).force, force_on(then, day).force
        if before != after:
            return ForceChange(record=record, day=day, before=before, after=after)
    return None
