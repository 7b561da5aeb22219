"""Whether what a document states about others is possible, before it becomes a fact."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from disclosure_pages.documents.force.cycles import refuse
from disclosure_pages.documents.force.enums import RelationProblem
from disclosure_pages.documents.force.facts import RelationFacts
from disclosure_pages.documents.models import LegalRecord, StatedRelation

from .facts import present_facts, relation_facts
from .recording import waiting_relations
from .targets import records_meant

if TYPE_CHECKING:
    from disclosure_pages.documents.models import PolicyDocument

NEW = 0  # stands for a document that has no legal record yet; records begin at 1


def relation_problems(page: PolicyDocument) -> Iterator[tuple[int, StatedRelation, RelationProblem]]:
    """Number of the row, row and problem, for every stated relation of ``page`` that cannot become a fact."""
    source = LegalRecord.objects.filter(page=page.pk).values_list("pk", flat=True).first() or NEW
    rows = list(page.stated_relations.all())
    targets = records_meant(rows, page=page)
    others = [*_beside({target.pk for target in targets if target is not None}, source), *_waiting_for(page, source)]
    for number, (row, target) in enumerate(zip(rows, targets, strict=True), start=1):
        if row.target_id is not None and row.target_id == page.pk:
            yield number, row, RelationProblem.SELF_RELATION
        elif target is not None:
            fact = _fact(row, key=-number, source=source, target=target.pk)
            problem = refuse(fact, others)
            if problem is not None:
                yield number, row, problem
            others.append(fact)


def _fact(row: StatedRelation, *, key: int, source: int, target: int) -> RelationFacts:
    return RelationFacts(
        key=key,
        source=source,
        target=target,
        kind=row.kind,
        takes_effect_on=row.takes_effect_on or dt.date.max,
        provisions=row.provisions,
    )


def _waiting_for(page: PolicyDocument, source: int) -> Iterator[RelationFacts]:
    """Relations of others that will lead to ``page`` as soon as it is in the library."""
    if source == NEW:
        page.work_out_number()
        for relation in waiting_relations(district=page.district, number_key=page.number_key, title=page.title):
            yield replace(relation_facts(relation), target=NEW)


def _beside(targets: set[int], source: int) -> list[RelationFacts]:
    """Present relations that decide what may be stated about ``targets``; what ``source`` stated is replaced.

    Asked for all of them together: a circle through one target is made of relations that lead away from it, whatever
    lies beside them.
    """
    facts = present_facts()
    reached = facts.affected_by(targets)
    beside = {row.key: row for row in [*facts.relations_of(targets), *facts.relations_from(reached)]}
    return [row for row in beside.values() if row.source != source]
