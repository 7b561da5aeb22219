"""Imports of documents."""

from __future__ import annotations

from typing import Any

from disclosure_pages.importing.domain.batches import begin_files
from disclosure_pages.importing.domain.places import Place, open_places
from disclosure_pages.importing.models import ImportBatch
from disclosure_pages.tree.enums import ColumnPurpose
from disclosure_pages.tree.models import Section

from .official_documents import NOTICE, make_text
from .tree import make_column, make_section


def make_place(section: Section | None = None, **fields: Any) -> Place:
    """A place that takes policy documents; ``fields`` are those of its column."""
    own = section or make_section(column=make_column(purpose=ColumnPurpose.STATUTORY, **fields))
    return next(place for place in open_places() if place.section.pk == own.pk)


def make_batch(section: Section | None = None) -> ImportBatch:
    """An import of one file that waits for somebody to look through it."""
    return begin_files(place=make_place(section), files=[("通知.txt", make_text(NOTICE))], user=None)
