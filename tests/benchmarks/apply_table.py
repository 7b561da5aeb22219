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
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Reading:
    """What one district cost: seconds by the clock, seconds of processor time, queries."""

    seconds: float
    cpu: float
    queries: float


def apply_to(count: int) -> Reading:
    """Apply the table to ``count`` districts; the reading is for one of them."""
    from django.db import connection

    from cms.tenancy.models import District
    from disclosure_pages.responsibility.domain.apply import apply_table
    from disclosure_pages.responsibility.domain.samples import sample_table

    districts, content, queries = list(District.objects.order_by("pk")[:count]), sample_table(), 0

    def tally(execute: Callable[..., Any], *args: Any) -> Any:
        nonlocal queries
        queries += 1
        return execute(*args)

    seconds = cpu = 0.0
    for district in districts:
        gc.collect()  # garbage of the districts before is none of this one's business
        gc.disable()
        start, cpu_start = time.perf_counter(), time.process_time()
        with connection.execute_wrapper(tally):
            apply_table(district=district, content=content, file_name="table.csv")
        seconds, cpu = seconds + time.perf_counter() - start, cpu + time.process_time() - cpu_start
        gc.enable()
    return Reading(seconds / count, cpu / count, queries / count)


def one_round(folder: Path, count: int) -> Reading:
    """The mean of the copies of one round."""
    readings = []
    for _copy in range(COPIES[count]):
        fresh_copy(folder)
        readings.append(apply_to(count))
    fields = ("seconds", "cpu", "queries")
    return Reading(*(statistics.mean(getattr(reading, name) for reading in readings) for name in fields))


def ratio(readings: list[float], base: list[float]) -> str:
    """Median, least and greatest of the ratios, round by round."""
    ratios = [a / b for a, b in zip(readings, base, strict=True)]
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"


def main() -> None:
    folder = prepare()
    fresh_copy(folder)
    apply_to(1)  # imports and caches that a process fills once
    rounds = [{count: one_round(folder, count) for count in COUNTS} for _round in range(ROUNDS)]
    print(f"{'districts':>9} {'s':>8} {'ratio':>18} {'cpu s':>8} {'ratio':>18} {'queries':>8} {'ratio':>18}")
    for count in COUNTS:
        cells = [f"{count:>9}"]
        for name in ("seconds", "cpu", "queries"):
            own, base = ([getattr(one[key], name) for one in rounds] for key in (count, 1))
            cells.append(f"{statistics.median(own):>8.3f} {ratio(own, base):>18}")
        print(" ".join(cells))


if __name__ == "__main__":
    main()
