"""Imports of documents, and lists of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

import openpyxl

from cms.people.models import User
from disclosure_pages.importing.domain.batches import begin_files, begin_list
from disclosure_pages.importing.domain.places import Place, open_places
from disclosure_pages.importing.domain.running import run_batch
from disclosure_pages.importing.domain.sources import ArchiveFiles, Files, NoFiles
from disclosure_pages.importing.listing.headings import BY_KEY
from disclosure_pages.importing.models import ImportBatch
from disclosure_pages.tree.enums import ColumnPurpose
from disclosure_pages.tree.models import Section

from .files import zip_bytes
from .official_documents import NOTICE, make_text
from .tables import saved
from .tree import make_column, make_section

Row = Mapping[str, str]


def make_place(section: Section | None = None, **fields: Any) -> Place:
    """A place that takes policy documents; ``fields`` are those of its column."""
    own = section or make_section(column=make_column(purpose=ColumnPurpose.STATUTORY, **fields))
    return next(place for place in open_places() if place.section.pk == own.pk)


def make_batch(section: Section | None = None, *, place: Place | None = None, user: User | None = None) -> ImportBatch:
    """An import of one file that waits for somebody to look through it."""
    return begin_files(place=place or make_place(section), files=[("通知.txt", make_text(NOTICE))], user=user)


def list_row(serial: int = 1, /, **cells: str) -> Row:
    """A row that can be imported, by keys of the headings; ``cells`` differ from it."""
    usual = {"title": f"关于第{serial}件事的通知", "number": f"清政发〔2021〕{serial}号", "formed_on": "2021-03-08"}
    return {key: text for key, text in {**usual, **cells}.items() if text}


def list_csv(rows: Sequence[Row], *, encoding: str = "utf-8-sig") -> bytes:
    """A CSV with the headings that occur in ``rows``."""
    keys = list(dict.fromkeys(key for row in rows for key in row))
    stream = io.StringIO()
    headings = [BY_KEY[key].name for key in keys]
    csv.writer(stream).writerows([headings, *([row.get(key, "") for key in keys] for row in rows)])
    return stream.getvalue().encode(encoding)


def list_xlsx(rows: Sequence[Mapping[str, Any]], *, above: Sequence[str] = ()) -> bytes:
    """A workbook with ``rows``, below ``above`` and the headings."""
    keys = list(dict.fromkeys(key for row in rows for key in row))
    book = openpyxl.Workbook()
    for line in [*([text] for text in above), [BY_KEY[key].name for key in keys]]:
        book.active.append(line)
    for row in rows:
        book.active.append([row.get(key) for key in keys])
    return saved(book)


def archive_of(members: Mapping[str, bytes | str]) -> ArchiveFiles:
    """A zip in memory."""
    return ArchiveFiles(io.BytesIO(zip_bytes(dict(members))))


def make_list_batch(
    rows: Sequence[Row], *, place: Place, files: Files | None = None, user: User | None = None
) -> ImportBatch:
    """A list that was looked at and waits to be run."""
    return begin_list(
        district=place.column.district,
        name="清单.csv",
        content=list_csv(rows),
        place=place,
        places=open_places(district=place.column.district),
        files=files or NoFiles(),
        user=user,
    )


def run(batch: ImportBatch, *, files: Files | None = None, user: User | None = None) -> ImportBatch:
    """Import what waits of ``batch``."""
    places = open_places(district=batch.district)
    run_batch(batch, places=places, files=files or NoFiles(), user=user)
    return ImportBatch.objects.get(pk=batch.pk)


def import_list(rows: Sequence[Row], *, place: Place, files: Files | None = None, **options: Any) -> ImportBatch:
    """A list imported to its end."""
    return run(make_list_batch(rows, place=place, files=files, **options), files=files, **options)


def states(batch: ImportBatch) -> list[str]:
    """State of each row, in the order of the list."""
    return list(batch.rows.order_by("number").values_list("state", flat=True))


def problems(batch: ImportBatch) -> list[tuple[int, str, str]]:
    """(row, column, code) of every problem."""
    rows = batch.rows.order_by("number")
    return [(row.number, problem["column"], problem["code"]) for row in rows for problem in row.problems]
