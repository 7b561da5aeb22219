"""Keep the table of periods of legal force in step with the facts."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from disclosure_pages.documents.force.computing import Period, force_periods
from disclosure_pages.documents.force.enums import FORCES_IN_FORCE
from disclosure_pages.documents.models import FIRST_DAY, LAST_DAY, ForcePeriod, LegalRecord
from disclosure_pages.documents.signals import force_changed

from .facts import BATCH, batches, present_facts


@transaction.atomic
def refresh_force(*, records: Collection[int]) -> None:
    """Work out the periods of ``records`` and of everything that depends on them anew.

    Whom a document repeals depends on whether it is in force itself, so a change travels along the relations.
    """
    facts = present_facts()
    concerned = facts.affected_by(records)
    computed = force_periods(*facts.needed_for(concerned))
    for batch in batches(concerned):
        _write(batch, computed)
    force_changed.send(sender=ForcePeriod, records=concerned)


def _write(keys: list[int], computed: dict[int, list[Period]]) -> None:
    ForcePeriod.objects.filter(record__in=keys).delete()
    records = LegalRecord.objects.valid().in_bulk(keys)
    rows = [_row(record, period) for key, record in records.items() for period in computed[key]]
    ForcePeriod.objects.bulk_create(rows, batch_size=BATCH)


def _row(record: LegalRecord, period: Period) -> ForcePeriod:
    return ForcePeriod(
        record=record,
        district_id=record.district_id,
        force=period.force,
        is_in_force=period.force in FORCES_IN_FORCE,
        is_public=record.is_public,
        issued_on=record.issued_on,
        starts_on=period.starts_on or FIRST_DAY,
        ends_on=period.ends_on or LAST_DAY,
        cause_kind=period.cause.kind,
        cause_id=period.cause.relation,
        cause_day=period.cause.day,
    )
