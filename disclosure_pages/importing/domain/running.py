"""Work off the rows of a list, some at a time, so that an interruption loses nothing and repeats nothing.

Rows are read and checked one by one and written in portions. A portion is one transaction that writes documents and
notes on their rows that they are there, so a row is either done or as it was. When a portion cannot be written, its
rows are tried one by one, and only the one that cannot be written is refused.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence

from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.people.models import User
from disclosure_pages.importing.enums import RowState
from disclosure_pages.importing.exceptions import ImportRefused
from disclosure_pages.importing.models import ImportBatch, ImportRow
from disclosure_pages.importing.models.batch import GIVEN_UP_AFTER
from disclosure_pages.importing.problems import Problem
from disclosure_pages.importing.tasks import index_documents

from .addresses import record_addresses
from .duplicates import Known, fingerprint
from .lookup import Lookup
from .places import Place, Places
from .preparing import FindPlace, Prepared, prepare_row
from .sources import Files
from .storing import store_files, stored_files
from .writing import Draft, Parents, write_drafts

logger = logging.getLogger("gongkai.importing")

PORTION = 250
#: Rows with files take long to read; what is read for so many seconds is written.
SECONDS_PER_PORTION = 10.0
RESULT_FIELDS = ["state", "title", "file_hash", "fingerprint", "page", "problems", "remarks"]

Progress = Callable[[int], None]


def place_finder(places: Sequence[Place], *, batch: ImportBatch) -> FindPlace:
    """Finds the place of a row among ``places``: the one that it names, else that of the batch."""
    known = Places(places, district=batch.district)
    default = next((place for place in places if place.section.pk == batch.section_id), None)

    def find(unit: str, column: str) -> Place:
        if unit:
            return known.find(unit, column)
        if default is None:
            raise ImportRefused(
                _("The row names no unit, and none was chosen for the list."),
                _("Write the responsible unit into the row."),
            )
        return known.find(default.section.unit.name, column) if column else default

    return find


def claim(batch: ImportBatch) -> None:
    """Begin to work on ``batch``; two at once would get in each other's way. Raises :class:`ImportRefused`."""
    now = timezone.now()
    free = ImportBatch.objects.filter(pk=batch.pk).exclude(touched_at__gt=now - GIVEN_UP_AFTER)
    if not free.update(touched_at=now, finished_at=None):
        raise ImportRefused(_("This import is at work already."), _("Wait until it has ended."))


def run_batch(
    batch: ImportBatch,
    *,
    places: Sequence[Place],
    files: Files,
    user: User | None,
    on_progress: Progress | None = None,
) -> None:
    """Import every row that is still waiting. May be interrupted at any time and called again."""
    claim(batch)
    run = _Run(batch, places, files, user)
    try:
        while rows := run.portion():
            run.write(rows)
            ImportBatch.objects.filter(pk=batch.pk).update(touched_at=timezone.now())
            if on_progress is not None:
                on_progress(len(rows))
    finally:
        ImportBatch.objects.filter(pk=batch.pk).update(touched_at=None)
    ImportBatch.objects.filter(pk=batch.pk).update(finished_at=timezone.now())


class _Run:
    """What one run reads once: names, places, paths in the tree."""

    def __init__(self, batch: ImportBatch, places: Sequence[Place], files: Files, user: User | None) -> None:
        self.batch = batch
        self.files = files
        self.user = user
        self.lookup = Lookup(batch.district)
        self.find_place = place_finder(places, batch=batch)
        self.parents = Parents()
        self._last = 0

    def portion(self) -> list[Prepared]:
        """The next waiting rows, made ready."""
        waiting = ImportRow.objects.waiting().filter(batch=self.batch, number__gt=self._last).order_by("number")
        prepared: list[Prepared] = []
        until = time.monotonic() + SECONDS_PER_PORTION
        for row in waiting[:PORTION]:
            self._last = row.number
            prepared.append(self._prepare(row))
            if time.monotonic() > until:
                break
        return prepared

    def _prepare(self, row: ImportRow) -> Prepared:
        return prepare_row(row, files=self.files, lookup=self.lookup, find_place=self.find_place)

    def write(self, prepared: Sequence[Prepared]) -> None:
        try:
            write_portion(prepared, batch=self.batch, user=self.user, parents=self.parents)
        except DatabaseError:
            self.parents = Parents()
            for one in prepared:
                self._write_alone(one)

    def _write_alone(self, prepared: Prepared) -> None:
        fresh = self._prepare(prepared.row)
        try:
            write_portion([fresh], batch=self.batch, user=self.user, parents=self.parents)
        except DatabaseError as error:
            logger.exception("A row cannot be written.", extra={"batch": self.batch.pk, "row": fresh.row.number})
            self.parents = Parents()
            refuse(fresh.row, [_not_written(error)])


def _not_written(error: Exception) -> Problem:
    return Problem(
        "",
        "not-written",
        _("The database refused the document: %(error)s") % {"error": str(error)[:200]},
        _("Correct the row, or report the sentence to whoever runs this installation."),
    )


def refuse(row: ImportRow, problems: Sequence[Problem]) -> None:
    """Note that a row cannot be imported, and why."""
    row.state, row.problems = RowState.REFUSED, [problem.as_json() for problem in problems]
    row.save(update_fields=["state", "problems"])


@transaction.atomic
def write_portion(
    prepared: Sequence[Prepared], *, batch: ImportBatch, user: User | None, parents: Parents | None = None
) -> None:
    """Write what can be written and note on every row what became of it, in one transaction."""
    ready = [(one, one.draft) for one in prepared if one.draft is not None and not one.problems]
    known = Known(batch.district, [(draft, one.file_hash) for one, draft in ready])
    to_write = [(one, draft) for one, draft in ready if not _is_there(one, draft, known)]
    with stored_files() as stored:
        for one, draft in to_write:
            store_files(one, draft, user=user, stored=stored)
        pages = write_drafts([draft for _one, draft in to_write], user=user, places=parents)
        for (one, draft), page in zip(to_write, pages, strict=True):
            one.row.state, one.row.page = RowState.DONE, page
            one.row.fingerprint = fingerprint(draft, file_hash=one.file_hash)
        record_addresses(pages=[(draft.page, one.address) for one, draft in to_write if one.address])
        _note(prepared)
    keys = [page.pk for page in pages]
    if keys:
        transaction.on_commit(lambda: index_documents.enqueue(keys))


def _is_there(one: Prepared, draft: Draft, known: Known) -> bool:
    """Whether the document is in the library already; if not, it is remembered for the rows that follow."""
    twin = known.twin_of(draft, file_hash=one.file_hash)
    if twin is None:
        known.add(draft, file_hash=one.file_hash)
        return False
    if twin.problem is not None:
        one.problems.append(twin.problem)
    else:
        message = _("The library has this document already: “%(title)s”.") % {"title": twin.title}
        one.row.state = RowState.DUPLICATE
        one.row.problems = [Problem("", "duplicate", message, _("Nothing has to be done.")).as_json()]
    return True


def _note(prepared: Sequence[Prepared]) -> None:
    for one in prepared:
        row = one.row
        row.file_hash = one.file_hash
        if one.draft is not None:
            row.title = one.draft.page.title[:255]
        if one.file is not None:
            row.remarks = list(one.file.remarks)
        if one.problems:
            row.state, row.problems = RowState.REFUSED, [problem.as_json() for problem in one.problems]
    save_results([one.row for one in prepared])


def save_results(rows: Sequence[ImportRow]) -> None:
    """What became of rows, in one statement for all of them: an ``UPDATE`` that is run with each row's values."""
    quote = connection.ops.quote_name
    fields = [part for part in ImportRow._meta.concrete_fields if part.name in RESULT_FIELDS]
    settings = ", ".join(f"{quote(str(part.column))} = %s" for part in fields)
    statement = f"UPDATE {quote(ImportRow._meta.db_table)} SET {settings} WHERE {quote('id')} = %s"  # noqa: S608
    values = [
        [*(part.get_db_prep_save(getattr(row, part.attname), connection) for part in fields), row.pk] for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)
