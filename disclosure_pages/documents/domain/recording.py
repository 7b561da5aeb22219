"""Write down in law what has just been published, inside the transaction of the publication.

The order matters: the index number first, because the record repeats it; then the record, because relations start from
it; then relations, also those of others that waited for this document; periods of force last, from all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from cms.tenancy.models import District
from disclosure_pages.documents.models import DocumentRelation, IndexNumber, LegalRecord, StatedRelation
from disclosure_pages.documents.numbers.document_number import normalise

from .force import refresh_force
from .index_numbers import issue_index_number
from .registering import record_publication_of_entry
from .targets import records_meant

if TYPE_CHECKING:
    from disclosure_pages.documents.models import PolicyDocument

#: What a relation is told apart by; the rest of it may be corrected.
Identity = tuple[str, int | None, str, str]


def record_publication(*, page: PolicyDocument) -> LegalRecord:
    """Bring the legal record of ``page`` and its relations in step with what is public now."""
    record = LegalRecord.objects.filter(page=page).first() or LegalRecord(page=page)
    for name, value in _facts(page).items():
        setattr(record, name, value)
    record.work_out_number()
    record.save()
    targets = _sync_relations(page, record)
    waiting = _link_waiting(record)
    refresh_force(records={record.pk, *targets, *waiting})
    return record


def _facts(page: PolicyDocument) -> dict[str, Any]:
    return {
        "district_id": page.district_id,
        "unit_id": page.unit_id,
        "title": page.title,
        "number": page.number,
        "issuer": page.issuer,
        "index_number": _index_number(page),
        "registration_number": record_publication_of_entry(page=page),
        "kind_id": page.kind_id,
        "topic_id": page.topic_id,
        "formed_on": page.formed_on,
        "issued_on": page.first_issued_on,
        "published_on": page.published_on,
        "effective_on": page.effective_day,
        "expires_on": page.expires_on,
        "is_public": True,
    }


def _index_number(page: PolicyDocument) -> str:
    if page.imported_index_number:
        return page.imported_index_number
    issued = IndexNumber.objects.filter(page=page).first()
    if issued is None:
        issued = issue_index_number(page=page, unit=page.unit, year=_year_of_publication(page))
    return issued.text


def _year_of_publication(page: PolicyDocument) -> int:
    return (page.published_on or timezone.localdate()).year


def _sync_relations(page: PolicyDocument, record: LegalRecord) -> set[int]:
    """Make the relations of ``record`` those that the page states; returns the keys of every target, former or new.

    Those that a review round decided are stated as well, by its result document; they keep their origin.
    """
    before = {_identity_of_fact(row): row for row in record.relations_from.all()}
    touched = {row.target_id for row in before.values()}
    stated = list(page.stated_relations.all())
    for row, target in zip(stated, records_meant(stated, page=page), strict=True):
        facts = _relation_facts(row, record=record, target=target)
        known = before.pop(_identity_of_facts(facts), None)
        touched.add(facts["target_id"])
        _write_relation(known or DocumentRelation(source=record), facts)
    for dropped in before.values():
        dropped.delete()
    return {key for key in touched if key is not None}


def _write_relation(relation: DocumentRelation, facts: dict[str, Any]) -> None:
    """What did not change is not written again: its history tells changes."""
    if not relation._state.adding and all(getattr(relation, name) == value for name, value in facts.items()):
        return
    for name, value in facts.items():
        setattr(relation, name, value)
    relation.save()


def _relation_facts(stated: StatedRelation, *, record: LegalRecord, target: LegalRecord | None) -> dict[str, Any]:
    number = stated.target_number or (target.number if target else "")
    return {
        "kind": stated.kind,
        "target_id": target and target.pk,
        "target_title": stated.target_title or (target.title if target else ""),
        "target_number": number,
        "target_key": normalise(number),
        "takes_effect_on": stated.takes_effect_on or record.effective_on,
        "provisions": stated.provisions,
        "new_expiry": stated.new_expiry,
        "ends_with_source": stated.ends_with_source,
    }


def _identity_of_fact(row: DocumentRelation) -> Identity:
    return (row.kind, row.target_id, row.target_key, "" if row.target_id or row.target_key else row.target_title)


def _identity_of_facts(facts: dict[str, Any]) -> Identity:
    target, key = facts["target_id"], facts["target_key"]
    return (facts["kind"], target, key, "" if target or key else facts["target_title"])


def _link_waiting(record: LegalRecord) -> set[int]:
    """Relations of others that named this document before it arrived now lead to it; returns their sources."""
    waiting = waiting_relations(district=record.district, number_key=record.number_key, title=record.title)
    found = list(waiting.exclude(source=record))
    for row in found:
        row.target = record
        row.save()
    return {row.source_id for row in found}


def waiting_relations(*, district: District, number_key: str, title: str) -> QuerySet[DocumentRelation]:
    """Relations of the same city that name a document which is not in the library, by this number or this title."""
    waiting = DocumentRelation.objects.filter(target=None, source__district__city=district.city_id)
    by_number = Q(target_key=number_key) if number_key else Q(pk=None)
    return waiting.filter(by_number | Q(target_key="", target_title=title))


def record_withdrawal(*, page: PolicyDocument) -> None:
    """The text has left the public side. Its force is what it was; only lists and readers see it no more."""
    record = LegalRecord.objects.filter(page=page).first()
    if record is not None:
        record.is_public = False
        record.save_without_historical_record(update_fields=["is_public"])  # type: ignore[attr-defined]  # of the history
        refresh_force(records={record.pk})


def void_record(*, record: LegalRecord, reason: str) -> None:
    """The document should never have been there: its record counts no more, and neither do its relations."""
    touched = set(record.relations_from.exclude(target=None).values_list("target_id", flat=True))
    record.voided_at, record.is_public = timezone.now(), False
    record._change_reason = reason  # type: ignore[attr-defined]  # read by the history
    record.save()
    refresh_force(records={record.pk, *touched})
