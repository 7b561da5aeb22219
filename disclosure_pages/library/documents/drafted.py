"""Relations that a draft states, as its page will show them once it is public."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from disclosure_pages.documents.domain.targets import records_meant
from disclosure_pages.documents.models import LegalRecord, PolicyDocument, StatedRelation
from disclosure_pages.public.links import Links

from .related import Other, Related, named


def read_drafted(page: PolicyDocument, *, links: Links) -> list[Related]:
    """What ``page``, a draft in memory, does to other documents, oldest first; three queries, however much that is.

    Keys count down from -1, so that they are none of a relation on record.
    """
    rows = list(page.stated_relations.all())
    records = records_meant(rows, page=page)
    others = named(LegalRecord.objects.filter(pk__in={record.pk for record in records if record is not None}), links)
    found = [
        _drafted(row, key=-number, other=_other(row, record, others), day=row.takes_effect_on or page.effective_day)
        for number, (row, record) in enumerate(zip(rows, records, strict=True), start=1)
    ]
    return sorted(found, key=lambda related: related.day or dt.date.max)


def _drafted(row: StatedRelation, *, key: int, other: Other, day: dt.date | None) -> Related:
    return Related(
        key=key,
        kind=row.kind,
        is_outgoing=True,
        other=other,
        day=day,
        provisions=row.provisions,
        new_expiry=row.new_expiry,
    )


def _other(row: StatedRelation, record: LegalRecord | None, others: Mapping[int, Other]) -> Other:
    if record is None:
        return Other(title=row.target_title, number=row.target_number)
    return others.get(record.pk, Other())
