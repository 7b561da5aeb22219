"""Applying the shipped table to 1, 10 and 50 districts: queries and time for one district must not grow.

Each round applies to 1, to 10 and to 50 districts in turn, each time on a fresh copy of one prepared database, so that
A and B meet the same machine. A single district is applied on five copies a round, as one reading would be noise.
Aim: 10 / 1 and 50 / 1 within ±20 %, for queries and for time.
"""

from __future__ import annotations

import gc
import shutil
import statistics
import time
from collections import defaultdict
from pathlib import Path

from tests.benchmarks.harness import start_installation

COUNTS = (1, 10, 50)
COPIES = {1: 5, 10: 1, 50: 1}
ROUNDS = 3


def prepare() -> Path:
    """A database with 50 districts that have registers and a home page, and no table."""
    folder = start_installation()
    from django.db import connection

    from disclosure_pages.responsibility.domain.samples import load_sample_registers
    from disclosure_pages.tree.domain.districts import create_district_home
    from tests.factories.tenancy import make_city, make_district

    city = make_city()
    for _number in range(max(COUNTS)):
        district = make_district(city=city)
        load_sample_registers(district=district)
        create_district_home(district=district)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    shutil.copy(folder / "benchmark.sqlite3", folder / "prepared.sqlite3")
    return folder


def fresh_copy(folder: Path) -> None:
    from django.db import connection

    connection.close()
    for path in folder.glob("benchmark.sqlite3*"):
        path.unlink()
    shutil.copy(folder / "prepared.sqlite3", folder / "benchmark.sqlite3")


def apply_to(count: int) -> tuple[float, float]:
    """(seconds, queries) for one district, when the table is applied to ``count`` of them."""
    from django.db import connection

    from cms.tenancy.models import District
    from disclosure_pages.responsibility.domain.apply import apply_table
    from disclosure_pages.responsibility.domain.samples import sample_table

    districts, content, queries = list(District.objects.order_by("pk")[:count]), sample_table(), 0

    def tally(execute, *args):
        nonlocal queries
        queries += 1
        return execute(*args)

    gc.collect()
    start = time.perf_counter()
    with connection.execute_wrapper(tally):
        for district in districts:
            apply_table(district=district, content=content, file_name="table.csv")
    return (time.perf_counter() - start) / count, queries / count


def main() -> None:
    folder = prepare()
    fresh_copy(folder)
    apply_to(1)  # imports and caches that a process fills once
    readings: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for _round in range(ROUNDS):
        for count in COUNTS:
            copies = []
            for _copy in range(COPIES[count]):
                fresh_copy(folder)
                copies.append(apply_to(count))
            readings[count].append(tuple(map(statistics.mean, zip(*copies, strict=True))))
    print(f"{'districts':>9} {'s/district':>11} {'queries/district':>17} {'time ratio':>22} {'query ratio':>12}")
    for count in COUNTS:
        ratios = [a[0] / b[0] for a, b in zip(readings[count], readings[1], strict=True)]
        seconds, queries = (statistics.median(values) for values in zip(*readings[count], strict=True))
        spread = f"{statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"
        print(f"{count:>9} {seconds:>11.3f} {queries:>17.1f} {spread:>22} {queries / readings[1][0][1]:>12.2f}")


if __name__ == "__main__":
    main()
