"""Import of 20,000 documents from a list, validated, with revision, log entry and references, against bare inserts.

A: a list that was looked at is run: cells read, documents validated and compared with the library, written.
B: the very rows that A left in the tables, as plain values with their keys, made into instances and inserted in
portions of the same size: what whoever writes these tables does at least.
Both begin on a fresh copy of one prepared database. The index of the admin's search is made by a task and measured
apart. Aim: A ≥ 0.35 of B's documents a second; the stock way, ``add_child`` and ``save_revision``, is shown beside it.

``uv run python -m tests.benchmarks.document_import [documents] [rounds]``
"""

from __future__ import annotations

import gc
import shutil
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from tests.benchmarks.harness import start_installation

DOCUMENTS, ROUNDS, STOCK = 20_000, 3, 100


def prepare(number: int) -> tuple[Path, int]:
    """A database with a place for documents and a list of ``number`` rows that waits; its key."""
    folder = start_installation()
    from django.db import connection

    from tests.factories.imports import list_row, make_list_batch, make_place

    place = make_place()
    cells = {
        "kind": "通知",
        "topic": "综合政务 / 政务公开",
        "issuer_name": "云州市清溪区人民政府",
        "addressees": "各街道办事处，区直有关单位",
        "stated_attribute": "主动公开",
        "body": "为做好有关工作，现将有关事项通知如下。\n各单位要明确责任，按时完成。\n本通知自印发之日起施行。",
    }
    rows = [list_row(serial, **cells) for serial in range(1, number + 1)]
    batch = make_list_batch(rows, place=place)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    shutil.copy(folder / "benchmark.sqlite3", folder / "prepared.sqlite3")
    return folder, batch.pk


def fresh_copy(folder: Path) -> None:
    from django.db import connection

    connection.close()
    for path in folder.glob("benchmark.sqlite3*"):
        path.unlink()
    shutil.copy(folder / "prepared.sqlite3", folder / "benchmark.sqlite3")


def timed(act: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def run_list(batch_id: int) -> None:
    from disclosure_pages.importing.models import ImportBatch
    from tests.factories.imports import run

    run(ImportBatch.objects.get(pk=batch_id))


Tables = list[tuple[type[Any], list[type[Any]], list[dict[str, Any]]]]


def rows_written() -> Tables:
    """What an import left: (model of the instances, tables that each is written to, values of each)."""
    from wagtail.models import PageLogEntry, ReferenceIndex, Revision

    from disclosure_pages.documents.models import PolicyDocument

    documents = list(PolicyDocument.objects.all())
    keys = [str(page.pk) for page in documents]
    found: list[tuple[type[Any], Any]] = [
        (PolicyDocument, documents),
        (Revision, Revision.objects.filter(object_id__in=keys)),
        (PageLogEntry, PageLogEntry.objects.filter(page__in=documents)),
        (ReferenceIndex, ReferenceIndex.objects.filter(object_id__in=keys)),
    ]
    return [
        (model, [*reversed([model, *model._meta.get_parent_list()])], [_values(row) for row in rows])
        for model, rows in found
    ]


def _values(row: Any) -> dict[str, Any]:
    return {part.attname: getattr(row, part.attname) for part in row._meta.concrete_fields}


def insert(tables: Tables, number: int) -> None:
    """Nothing but instances and inserts, a portion a transaction."""
    from django.db import transaction

    from disclosure_pages.importing.domain.running import PORTION

    portions = -(-number // PORTION)
    for portion in range(portions):
        with transaction.atomic():
            for model, parts, values in tables:
                size = -(-len(values) // portions)
                rows = [model(**one) for one in values[portion * size : (portion + 1) * size]]
                for table in parts:
                    fields = table._meta.local_concrete_fields
                    table._base_manager.all()._batched_insert(rows, fields=fields, batch_size=None)


def stock(number: int) -> None:
    """The same documents by Wagtail's own acts."""
    from disclosure_pages.documents.models import DocumentKind, PolicyDocument
    from tests.factories.imports import make_place

    section, kind = make_place().section, DocumentKind.objects.get(code="notice")
    for serial in range(number):
        page = PolicyDocument(title=f"关于第{serial}件事的通知", live=False, kind=kind, body="<p>正文。</p>")
        section.add_child(instance=page)
        page.save_revision()


def index() -> None:
    from disclosure_pages.documents.models import PolicyDocument
    from disclosure_pages.importing.tasks import index_documents

    keys = list(PolicyDocument.objects.values_list("pk", flat=True))
    for start in range(0, len(keys), 250):
        index_documents.call(keys[start : start + 250])


def main() -> None:
    number, rounds = (int(text) for text in [*sys.argv[1:3], *map(str, (DOCUMENTS, ROUNDS)[len(sys.argv) - 1 :])])
    folder, batch_id = prepare(number)
    from django.test import override_settings

    seconds_of_a, seconds_of_b = [], []
    with override_settings(TASKS={"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}):
        for _round in range(rounds):
            fresh_copy(folder)
            seconds_of_a.append(timed(lambda: run_list(batch_id)))
            tables = rows_written()
            fresh_copy(folder)
            seconds_of_b.append(timed(partial(insert, tables, number)))
        ratios = [b / a for a, b in zip(seconds_of_a, seconds_of_b, strict=True)]
        fresh_copy(folder)
        by_stock = STOCK / timed(lambda: stock(STOCK))
    fresh_copy(folder)
    insert(tables, number)
    by_index = number / timed(index)
    a, b = (number / statistics.median(seconds) for seconds in (seconds_of_a, seconds_of_b))
    print(f"import {a:.0f} documents/s, bare inserts {b:.0f}/s, stock {by_stock:.0f}/s, index {by_index:.0f}/s")
    print(f"import / bare inserts: {statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f}), aim ≥ 0.35")


if __name__ == "__main__":
    main()
