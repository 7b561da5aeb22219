"""What this installation calls its units, columns, topics and numbers, so that queries are read with these words."""

from __future__ import annotations

import datetime as dt

from cms.tenancy.models import Unit
from disclosure_pages.documents.models import DocumentKind, LegalRecord, Topic
from disclosure_pages.tree.models import Column
from search.building.places import units_by_key
from search.enums import Direction
from search.models import DictionaryWord, SynonymEntry
from search.query.synonyms import SynonymGroup, Synonyms, starter_groups
from search.query.vocabulary import UnitNames, Vocabulary


def present_vocabulary(*, on: dt.date) -> Vocabulary:
    """Read from the database, with the synonyms that hold on the day ``on``: a few queries."""
    units = units_by_key(list(Unit.objects.filter(merged_into=None).values_list("pk", flat=True)))
    agencies = LegalRecord.objects.public().exclude(number_agency="").values_list("number_agency", flat=True)
    entries = SynonymEntry.objects.holding(on=on).order_by("pk")
    return Vocabulary.of(
        synonyms=Synonyms([*starter_groups(), *map(_group_of, entries)]),
        units=[UnitNames(unit.value, unit.names) for unit in units.values()],
        agencies=set(agencies.distinct()),
        words={
            *Column.objects.live().values_list("title", flat=True),
            *Topic.objects.values_list("name", flat=True),
            *DocumentKind.objects.values_list("name", flat=True),
            *DictionaryWord.objects.values_list("word", flat=True),
        },
    )


def _group_of(entry: SynonymEntry) -> SynonymGroup:
    if entry.direction == Direction.ONE_WAY:
        return SynonymGroup((entry.word,), entry.other_words)
    return SynonymGroup((entry.word, *entry.other_words))
