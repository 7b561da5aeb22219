"""Writers that issue numbers at the same moment, in a process of their own: ``threads|processes WRITERS PAGES``.

Each writer has a connection of its own with the project's settings, gives up a part of its transactions at random, and
retries nothing. The last line written is a report in JSON.
"""

from __future__ import annotations

import json
import multiprocessing
import random
import sys
import time
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass

import django

YEAR, OTHER_YEAR = 2026, 2027
SHARE_GIVEN_UP = 0.3
SERIALS_EACH = 50


class GivenUp(Exception):
    """The publication failed after the number had been taken."""


@dataclass(frozen=True)
class Job:
    """What one writer does: take serials, number pages of its own, number pages that all others number as well."""

    seed: int
    unit: int
    other_unit: int
    own_pages: list[int]
    shared_pages: list[int]


def main(kind: str, writers: int, pages_each: int) -> None:
    django.setup()
    unit, other_unit, pages = _prepare(writers * pages_each + pages_each)
    own, shared = pages[pages_each:], pages[:pages_each]
    jobs = [Job(seed, unit, other_unit, own[seed::writers], shared) for seed in range(writers)]
    started = time.perf_counter()
    with _executor(kind, writers) as executor:
        given_up = sum(executor.map(_write, jobs))
    seconds = round(time.perf_counter() - started, 2)
    report = {**_found(unit, other_unit), "given_up": given_up, "pages": len(pages), "seconds": seconds}
    sys.stdout.write(f"{json.dumps(report)}\n")


def _prepare(count: int) -> tuple[int, int, list[int]]:
    from django.db import connections

    from tests.factories.documents import document_section, make_document_draft
    from tests.factories.tenancy import make_unit

    section = document_section()
    pages = [make_document_draft(section=section).pk for _ in range(count)]
    keys = section.unit_id, make_unit(section.unit.district).pk
    connections.close_all()  # a forked process must not share one
    return *keys, pages


def _executor(kind: str, writers: int) -> Executor:
    if kind == "threads":
        return ThreadPoolExecutor(writers)
    return ProcessPoolExecutor(writers, mp_context=multiprocessing.get_context("fork"))


def _write(job: Job) -> int:
    """Do one writer's work in random order; returns how many transactions were given up."""
    from django.db import connections

    chance = random.Random(job.seed)
    tasks = [*[None] * SERIALS_EACH, *job.own_pages * 2, *job.shared_pages]
    chance.shuffle(tasks)
    try:
        return sum(_attempt(job, task, chance) for task in tasks) + _finish(job)
    finally:
        connections.close_all()


def _attempt(job: Job, page: int | None, chance: random.Random) -> int:
    from django.db import transaction

    try:
        with transaction.atomic():
            _take(job.other_unit) if page is None else _number(page, job.unit)
            time.sleep(chance.random() / 500)
            if chance.random() < SHARE_GIVEN_UP:
                raise GivenUp
    except GivenUp:
        return 1
    return 0


def _finish(job: Job) -> int:
    """Every page has a number in the end, so that the report can say how many there must be."""
    for page in (*job.own_pages, *job.shared_pages):
        _number(page, job.unit)
    return 0


def _take(unit: int) -> None:
    """A serial of another scope, kept in a row without a page."""
    from disclosure_pages.documents.domain.serials import take_serial
    from disclosure_pages.documents.models import IndexNumber

    serial = take_serial(scope=f"index/{unit}", year=OTHER_YEAR)
    IndexNumber.objects.create(unit_id=unit, year=OTHER_YEAR, serial=serial, text=f"{unit}/{serial}")


def _number(page: int, unit: int) -> None:
    from cms.tenancy.models import Unit
    from disclosure_pages.documents.domain.index_numbers import issue_index_number
    from disclosure_pages.documents.models import PolicyDocument

    issue_index_number(page=PolicyDocument.objects.get(pk=page), unit=Unit.objects.get(pk=unit), year=YEAR)


def _found(unit: int, other_unit: int) -> dict[str, object]:
    from disclosure_pages.documents.models import IndexNumber, SerialCounter

    def serials(of: int) -> list[int]:
        return list(IndexNumber.objects.filter(unit=of).order_by("serial").values_list("serial", flat=True))

    return {
        "of_pages": serials(unit),
        "others": serials(other_unit),
        "counters": sorted(SerialCounter.objects.values_list("last_serial", flat=True)),
    }


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
