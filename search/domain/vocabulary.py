"""What this installation calls its units, columns, topics and numbers, so that queries are read with these words."""

from __future__ import annotations

from cms.tenancy.models import Unit
from disclosure_pages.documents.models import DocumentKind, LegalRecord, Topic
from disclosure_pages.tree.models import Column
from search.building.places import units_by_key
from search.query.vocabulary import UnitNames, Vocabulary


def present_vocabulary() -> Vocabulary:
    """Read from the database: a few queries and some tens of milliseconds, so not for every query."""
    units = units_by_key(list(Unit.objects.filter(merged_into=None).values_list("pk", flat=True)))
    agencies = LegalRecord.objects.public().exclude(number_agency="").values_list("number_agency", flat=True)
    return Vocabulary.of(
        units=[UnitNames(unit.value, unit.names) for unit in units.values()],
        agencies=set(agencies.distinct()),
        words={
            *Column.objects.live().values_list("title", flat=True),
            *Topic.objects.values_list("name", flat=True),
            *DocumentKind.objects.values_list("name", flat=True),
        },
    )
