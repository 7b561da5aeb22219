"""Which documents of the library stated relations mean; all of a document's in two queries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import Case, Value, When

from cms.tenancy.models import District
from disclosure_pages.documents.models import LegalRecord, StatedRelation
from disclosure_pages.documents.numbers.document_number import normalise

from .facts import batches

if TYPE_CHECKING:
    from disclosure_pages.documents.models import PolicyDocument


def records_meant(stated: Sequence[StatedRelation], *, page: PolicyDocument) -> list[LegalRecord | None]:
    """For each relation that ``page`` states: the record of the chosen document, or the one of that number in the city.

    ``None`` where the library has none.
    """
    by_page = _by_page({row.target_id for row in stated if row.target_id is not None})
    keys = [normalise(row.target_number) if row.target_id is None else "" for row in stated]
    by_number = _by_number({key for key in keys if key}, page=page)
    return [
        by_number.get(key) if row.target_id is None else by_page.get(row.target_id)
        for row, key in zip(stated, keys, strict=True)
    ]


def _by_page(pages: set[int]) -> dict[int | None, LegalRecord]:
    valid = LegalRecord.objects.valid()
    return {record.page_id: record for batch in batches(pages) for record in valid.filter(page__in=batch)}


def _by_number(keys: set[str], *, page: PolicyDocument) -> dict[str, LegalRecord]:
    # The own district first: two districts may use one agency code, though they should not.
    of_city = LegalRecord.objects.valid().filter(district__city=page.district.city_id).exclude(page=page.pk)
    ordered = of_city.order_by(own_first(page.district), "pk")
    found: dict[str, LegalRecord] = {}
    for batch in batches(keys):
        for record in ordered.filter(number_key__in=batch):
            found.setdefault(record.number_key, record)
    return found


def own_first(district: District) -> Any:
    """An order in which records of ``district`` come before those of others."""
    return Case(When(district=district, then=Value(0)), default=Value(1))
