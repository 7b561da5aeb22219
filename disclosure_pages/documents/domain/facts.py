"""Facts of the library as the engine of legal force wants them: as they are, or as they were known at some moment."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Q, QuerySet

from disclosure_pages.documents.force.enums import KINDS_ABOUT_FORCE
from disclosure_pages.documents.force.facts import DocumentFacts, RelationFacts
from disclosure_pages.documents.force.reaching import affected, closure
from disclosure_pages.documents.models import DocumentRelation, LegalRecord

BATCH = 500
Key = TypeVar("Key", int, str)


def document_facts(record: Any) -> DocumentFacts:
    """What the engine asks about a legal record, present or historical."""
    return DocumentFacts(
        key=record.id,
        effective_on=record.effective_on,
        expires_on=record.expires_on,
        annulled_on=record.annulled_on,
    )


def relation_facts(relation: Any) -> RelationFacts:
    """What the engine asks about a relation with a day, present or historical."""
    return RelationFacts(
        key=relation.id,
        source=relation.source_id,
        target=relation.target_id,
        kind=relation.kind,
        takes_effect_on=relation.takes_effect_on,
        provisions=relation.provisions,
        new_expiry=relation.new_expiry,
        lifted_on=relation.lifted_on,
        ends_with_source=relation.ends_with_source,
        order=relation.id,
    )


@dataclass(frozen=True)
class Facts:
    """Legal records and relations at one moment, asked in batches: one query for each step along the relations.

    ``records`` and ``relations`` are querysets of the present tables or of their histories; both have the same fields.
    """

    records: QuerySet[Any]
    relations: QuerySet[Any]

    def needed_for(self, keys: Iterable[int]) -> tuple[list[DocumentFacts], list[RelationFacts]]:
        """Everything on which the force of ``keys`` can depend."""
        needed = closure(keys, self.relations_of)
        documents = [document_facts(row) for batch in batches(needed) for row in self.records.filter(id__in=batch)]
        relations = [row for batch in batches(needed) for row in self._relations(Q(target_id__in=batch))]
        return documents, relations

    def affected_by(self, keys: Iterable[int]) -> set[int]:
        """``keys`` and every document whose force can depend on theirs."""
        return affected(keys, self.relations_from)

    def relations_of(self, targets: Collection[int]) -> Iterator[RelationFacts]:
        """Relations whose target is one of ``targets``."""
        return (row for batch in batches(targets) for row in self._relations(Q(target_id__in=batch)))

    def relations_from(self, sources: Collection[int]) -> Iterator[RelationFacts]:
        """Relations whose source is one of ``sources``."""
        return (row for batch in batches(sources) for row in self._relations(Q(source_id__in=batch)))

    def _relations(self, condition: Q) -> Iterator[RelationFacts]:
        # A relation whose day nobody knows yet has no effect.
        rows = self.relations.filter(condition, kind__in=KINDS_ABOUT_FORCE, takes_effect_on__isnull=False)
        rows = rows.exclude(target_id=None)
        return (relation_facts(row) for row in rows)


def present_facts() -> Facts:
    """What is known now."""
    return Facts(LegalRecord.objects.valid(), DocumentRelation.objects.all())


def batches(keys: Iterable[Key]) -> Iterator[list[Key]]:
    """``keys`` in lists short enough for one query of any engine."""
    ordered = sorted(keys)
    return (ordered[start : start + BATCH] for start in range(0, len(ordered), BATCH))
