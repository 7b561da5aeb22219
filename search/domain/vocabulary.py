"""What this installation calls its units, columns, topics and numbers, so that queries are read with these words."""

from __future__ import annotations

import time
from dataclasses import dataclass

from cms.tenancy.models import Unit
from disclosure_pages.documents.models import DocumentKind, LegalRecord, Topic
from disclosure_pages.public.cache.generations import start_generations
from disclosure_pages.public.cache.scope import STRUCTURE
from disclosure_pages.tree.models import Column
from search.building.places import units_by_key
from search.query.vocabulary import UnitNames, Vocabulary

KEPT_SECONDS = 300.0


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


@dataclass(frozen=True, slots=True)
class _Kept:
    """A vocabulary with the structure that it was read from."""

    structure: str
    until: float
    vocabulary: Vocabulary


_kept: _Kept | None = None


def kept_vocabulary() -> Vocabulary:
    """The vocabulary as this process read it last: of the present units and columns, the rest is minutes old at most.

    Two readers may make it at the same time; then one of the two stays.
    """
    global _kept  # noqa: PLW0603  (one a process)
    structure = start_generations([STRUCTURE])[STRUCTURE]
    if _kept is None or _kept.structure != structure or _kept.until < time.monotonic():
        _kept = _Kept(structure, time.monotonic() + KEPT_SECONDS, present_vocabulary())
    return _kept.vocabulary
