"""Import one file whose values somebody has looked through, or that the command takes as they were recognised."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from cms.people.models import User
from disclosure_pages.importing.enums import RowState
from disclosure_pages.importing.models import ImportBatch, ImportRow
from disclosure_pages.importing.problems import Problem
from disclosure_pages.importing.values import DocumentValues

from .drafting import draft_problems, make_draft
from .filling import recognised_values
from .lookup import Lookup
from .places import Place
from .preparing import Prepared, ReadFile, read_file
from .running import write_portion


def read_row(row: ImportRow, *, lookup: Lookup) -> ReadFile:
    """The file of a row, read again."""
    with row.file.open("rb") as stream:
        return read_file(stream.read(), name=row.file_name, lookup=lookup)


def prepare_file(
    row: ImportRow, *, file: ReadFile, place: Place, lookup: Lookup, values: DocumentValues | None = None
) -> Prepared:
    """A row of a file made ready; without ``values``, with those that the layout of the file shows."""
    chosen = values or recognised_values(file.recognition, lookup=lookup, with_force=False)
    draft = make_draft(chosen, place=place, lookup=lookup, body=file.body)
    draft.log = {"import": row.batch_id, "row": row.number, "file": row.file_name}
    return Prepared(row=row, draft=draft, file=file, problems=draft_problems(draft))


def import_row(
    row: ImportRow, *, place: Place, user: User | None, values: DocumentValues | None = None
) -> Sequence[Problem]:
    """Make the draft of a row. Returns the problems that forbid it; the row then waits as before.

    A document that is there already makes the row a duplicate, and is no problem. Neither is a row that somebody else
    has settled meanwhile: nothing happens then.
    """
    lookup = Lookup(row.district)
    file = read_row(row, lookup=lookup)
    with transaction.atomic():
        fresh = ImportRow.objects.select_for_update(of=("self",)).select_related("batch__district").get(pk=row.pk)
        if not fresh.is_waiting:
            return []
        prepared = prepare_file(fresh, file=file, place=place, lookup=lookup, values=values)
        if not prepared.problems:
            write_portion([prepared], batch=fresh.batch, user=user)
        if prepared.problems:
            # The portion notes a refusal; here somebody looks at the row, mends it and tries again.
            ImportRow.objects.filter(pk=row.pk).update(state=RowState.WAITING, problems=[])
    return prepared.problems


def discard_row(row: ImportRow) -> None:
    """Nobody wants this file; its bytes go, the row stays in the report."""
    row.state = RowState.DISCARDED
    row.save(update_fields=["state"])
    _forget(row, "file")


def forget_files(batch: ImportBatch) -> None:
    """Uploaded bytes that nothing needs any more: originals were stored with their documents."""
    for row in batch.rows.exclude(state=RowState.WAITING).exclude(file=""):
        _forget(row, "file")
    if batch.archive and not batch.rows.waiting().exists():
        _forget(batch, "archive")


def _forget(instance: ImportRow | ImportBatch, name: str) -> None:
    """Empty the field, and delete its bytes when that has been committed."""
    file = getattr(instance, name)
    storage, path = file.storage, file.name
    setattr(instance, name, "")
    instance.save(update_fields=[name])
    transaction.on_commit(lambda: storage.delete(path))
