"""A list of documents from the command line: checked, imported, gone on with after an interruption."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from cms.people.models import User
from cms.steps.report import Report
from cms.tenancy.models import District
from disclosure_pages.importing.domain.batches import begin_list, unfinished_list
from disclosure_pages.importing.domain.places import Place
from disclosure_pages.importing.domain.running import run_batch
from disclosure_pages.importing.domain.sources import ArchiveFiles, Files, FolderFiles, NoFiles
from disclosure_pages.importing.enums import RowState
from disclosure_pages.importing.models import ImportBatch, ImportRow

from .paths import read_path

#: So many rows with problems are printed; ``--json`` has all of them.
MAX_PRINTED = 50


def import_list(
    *,
    district: District,
    user: User | None,
    places: Sequence[Place],
    place: Place | None,
    path: Path,
    source: Path | None,
    is_dry: bool,
    say: Callable[[str], None],
) -> Report:
    """Import a list. The same list again goes on where it was interrupted, and imports nothing twice."""
    files = files_at(source)
    content = read_path(path)
    with transaction.atomic():
        batch = None if is_dry else unfinished_list(district=district, content=content)
        if batch is None:
            batch = begin_list(
                district=district,
                name=path.name,
                content=content,
                place=place,
                places=places,
                files=files,
                user=user,
            )
        report = _report(batch) if is_dry else None
        transaction.set_rollback(is_dry)
    if report is not None:
        return report
    done = 0

    def count(number: int) -> None:
        nonlocal done
        done += number
        say(_("%(done)d of %(all)d rows") % {"done": done, "all": waiting})

    waiting = batch.rows.waiting().count()
    run_batch(batch, places=places, files=files, user=user, on_progress=count)
    return _report(batch)


def files_at(source: Path | None) -> Files:
    """The files of a list at a path of this machine."""
    if source is None:
        return NoFiles()
    if source.is_dir():
        return FolderFiles(source)
    return ArchiveFiles(source)


def _report(batch: ImportBatch) -> Report:
    counts = batch.counts()
    report = Report(is_failure=RowState.REFUSED in counts)
    report.add([f"{RowState(state).label}: {number}" for state, number in counts.items()], states=counts)
    refused = batch.rows.filter(state=RowState.REFUSED).order_by("number")
    lines = list(_lines(refused[:MAX_PRINTED]))
    hidden = counts.get(RowState.REFUSED, 0) - MAX_PRINTED
    if hidden > 0:
        lines.append(_("… and %(number)d more rows; --json lists all.") % {"number": hidden})
    report.add(lines, rows=[_values(row) for row in refused.iterator()])
    return report


def _lines(rows: Iterable[ImportRow]) -> Iterator[str]:
    for row in rows:
        for problem in row.problems:
            column = f" {problem['column']}" if problem["column"] else ""
            yield _("Row %(row)d") % {"row": row.number} + f"{column}: {problem['message']}\n    → {problem['remedy']}"


def _values(row: ImportRow) -> dict[str, Any]:
    return {"row": row.number, "title": row.title, "problems": row.problems}
