"""What is on record in law about policy documents: their force from day to day and their numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from disclosure_pages.documents.models import ForcePeriod, LegalRecord
from search.documents import ForceSpan


@dataclass(slots=True)
class Law:
    """The record of one document."""

    index_number: str = ""
    registration_number: str = ""
    force: list[ForceSpan] = field(default_factory=list)


def law_of(keys: Collection[int]) -> Mapping[int, Law]:
    """Records of the documents ``keys``, those that readers may see: two queries."""
    found: dict[int, Law] = defaultdict(Law)
    records = LegalRecord.objects.public().filter(page__in=keys)
    for page, index_number, registration_number in records.values_list("page", "index_number", "registration_number"):
        found[page] = Law(index_number, registration_number)
    periods = ForcePeriod.objects.filter(record__page__in=keys, is_public=True).order_by("starts_on")
    values = periods.values_list("record__page", "force", "is_in_force", "starts_on", "ends_on")
    for page, force, is_in_force, starts_on, ends_on in values:
        found[page].force.append(ForceSpan(force, is_in_force, starts_on, ends_on))
    return found
