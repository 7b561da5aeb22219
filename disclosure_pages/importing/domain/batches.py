"""Imports begun: files that somebody looks through, or a list; and what is wrong with a list before it is run."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from cms.people.models import User
from cms.tenancy.models import District
from disclosure_pages.importing.enums import BatchKind, RowState
from disclosure_pages.importing.exceptions import ImportRefused
from disclosure_pages.importing.listing.parsing import parse_row, split_files
from disclosure_pages.importing.listing.reading import ListRow, read_list
from disclosure_pages.importing.models import ImportBatch, ImportRow
from disclosure_pages.importing.problems import Problem
from disclosure_pages.importing.reading import Unreadable

from .lookup import Lookup
from .places import Place
from .preparing import FindPlace, missing_file, read_file
from .running import place_finder
from .sources import Files

MAX_NAME = 200


@transaction.atomic
def begin_files(*, place: Place, files: Sequence[tuple[str, bytes]], user: User | None) -> ImportBatch:
    """Keep ``files`` (name, bytes) and what they say of themselves, for somebody to look through one by one.

    A file that cannot be read is kept as a refused row with the reason; the others are not lost by it.
    """
    names = "、".join(PurePosixPath(name).name for name, _content in files)
    batch = ImportBatch.objects.create(
        kind=BatchKind.FILES,
        district=place.column.district,
        section=place.section,
        name=names[:MAX_NAME],
        created_by=user,
    )
    lookup = Lookup(batch.district)
    for number, (name, content) in enumerate(files, start=1):
        _file_row(batch, number, name, content, lookup).save()
    return batch


def _file_row(batch: ImportBatch, number: int, name: str, content: bytes, lookup: Lookup) -> ImportRow:
    row = ImportRow(batch=batch, district=batch.district, number=number, file_name=PurePosixPath(name).name[:255])
    row.file_hash = hashlib.sha256(content).hexdigest()
    try:
        read = read_file(content, name=name, lookup=lookup)
    except Unreadable as error:
        row.state = RowState.REFUSED
        row.problems = [Problem("file", error.code, error.message, error.remedy).as_json()]
        return row
    row.file = ContentFile(content, name=name)
    row.recognised = read.recognition.as_json()
    row.remarks = list(read.remarks)
    row.title = str(next((item["value"] for item in row.recognised if item["field"] == "title"), "") or "")[:255]
    return row


def begin_list(
    *,
    district: District,
    name: str,
    content: bytes,
    place: Place | None,
    places: Sequence[Place],
    files: Files,
    user: User | None,
    archive: UploadedFile | None = None,
) -> ImportBatch:
    """Keep a list, and look at every row as far as that goes without opening its file.

    Rows with problems are refused at once, with all their problems; the others wait until the import is run.
    Raises :class:`ImportRefused` for what is no list.
    """
    rows = read_list(content)
    with transaction.atomic():
        batch = ImportBatch.objects.create(
            kind=BatchKind.LIST,
            district=district,
            section=place.section if place is not None else None,
            name=name[:MAX_NAME],
            list_hash=hashlib.sha256(content).hexdigest(),
            created_by=user,
            archive=archive or "",
        )
        checker = _Checker(batch, places, files)
        ImportRow.objects.bulk_create(checker.rows(rows), batch_size=500)
    return batch


class _Checker:
    """Looks at rows of a list with what it has read once."""

    def __init__(self, batch: ImportBatch, places: Sequence[Place], files: Files) -> None:
        self._batch = batch
        self._files = files
        self._lookup = Lookup(batch.district)
        self._find_place: FindPlace = place_finder(places, batch=batch)

    def rows(self, rows: Iterable[ListRow]) -> list[ImportRow]:
        return [self._row(row) for row in rows]

    def _row(self, row: ListRow) -> ImportRow:
        problems = self._problems(row)
        return ImportRow(
            batch=self._batch,
            district=self._batch.district,
            number=row.number,
            title=row.cells.get("title", "")[:255],
            file_name=row.cells.get("file", "")[:255],
            cells=row.cells,
            state=RowState.REFUSED if problems else RowState.WAITING,
            problems=[problem.as_json() for problem in problems],
        )

    def _problems(self, row: ListRow) -> list[Problem]:
        found = parse_row(row.cells, lookup=self._lookup).problems
        if not row.cells.get("title") and not row.cells.get("file"):
            found.append(
                Problem("title", "no-title", _("The row has neither a title nor a file."), _("Write one of them."))
            )
        named = [("file", name) for name in [row.cells.get("file", "")] if name]
        named += [("attachments", name) for name in split_files(row.cells.get("attachments", ""))]
        found += [missing_file(column, name) for column, name in named if not self._files.has(name)]
        try:
            self._find_place(row.cells.get("unit", ""), row.cells.get("column", ""))
        except ImportRefused as error:
            column = "column" if row.cells.get("column") and not row.cells.get("unit") else "unit"
            found.append(Problem(column, "no-place", str(error), error.remedy))
        return found


def unfinished_list(*, district: District, content: bytes) -> ImportBatch | None:
    """The import of exactly this list that was interrupted, if there is one: it can be gone on with."""
    found = ImportBatch.objects.filter(district=district, list_hash=hashlib.sha256(content).hexdigest())
    return found.filter(finished_at=None, rows__state=RowState.WAITING).order_by("-pk").first()
