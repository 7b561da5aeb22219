"""Guesses at tracking codes: whether anything tells a wrong code from a wrong contact, in 10⁶ tries.

Aim: no guess opens anything, and how long they take is the same: medians within 2 per cent, and no split of the times
that tells one way to be wrong from another more often than chance (area under the curve of 0.5 ± 0.01).

The statement is the product's own, taken down once; each guess makes its digest and runs it.
"""

from __future__ import annotations

import argparse
import statistics
import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import cycle
from typing import Any

from tests.benchmarks.harness import start_installation

CASES, WARM = 5000, 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--guesses", type=int, default=1_000_000, help="in all three ways to be wrong")
    guesses: int = -(-parser.parse_args().guesses // 3)
    start_installation()
    from django.db import connection
    from django.utils import timezone

    from plugins.contrib.requests.domain.finding import find_case
    from plugins.contrib.requests.domain.submitting import give_code
    from plugins.contrib.requests.models import Case
    from plugins.contrib.requests.protection.tracking import access_digest, new_code
    from tests.factories.tenancy import make_district

    district = make_district()
    known = [(new_code(), f"139{number:08}") for number in range(CASES)]
    cases = []
    for code, phone in known:
        case = Case(district=district, submitted_at=timezone.now(), applicant_kind="natural", phone=phone, title="–")
        give_code(case, code)
        cases.append(case)
    Case.objects.bulk_create(cases)
    times: dict[str, list[int]] = {"code": [], "contact": [], "both": []}
    statement, values, digest = taken_down(lambda: find_case(code="", contact="", districts=[district.pk]))
    turn = cycle(known)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        for number in range(guesses + WARM):
            code, phone = next(turn)
            tries = {"code": (new_code(), phone), "contact": (code, wrong(number)), "both": (new_code(), wrong(number))}
            for way in sorted(tries, key=lambda one: hash((one, number))):  # in no order of their own
                begun = time.perf_counter_ns()
                guess = access_digest(*tries[way])
                cursor.execute(statement, [guess if value == digest else value for value in values])
                found = cursor.fetchone()
                taken = time.perf_counter_ns() - begun
                assert found is None, tries[way]
                if number >= WARM:
                    times[way].append(taken)
    tell(times)


def wrong(number: int) -> str:
    """A phone number that no case has."""
    return f"138{number:08}"


def taken_down(act: Callable[[], object]) -> tuple[str, tuple[str | int, ...], str]:
    """The statement that ``act`` runs, its values, and the one of them that is a digest."""
    from django.db import connection

    seen: list[tuple[str, tuple[str | int, ...]]] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        seen.append((sql, tuple(params)))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        act()
    ((sql, params),) = seen
    return sql, params, next(str(value) for value in params if len(str(value)) == 64)


def tell(times: dict[str, list[int]]) -> None:
    """Print medians and how well a time tells two ways from each other."""
    for way, taken in times.items():
        print(f"wrong {way:<8} {len(taken):>9} guesses   median {statistics.median(taken) / 1000:8.1f} µs   opened 0")
    for one, other in (("code", "contact"), ("code", "both"), ("contact", "both")):
        ratio = statistics.median(times[one]) / statistics.median(times[other])
        print(f"{one} / {other:<8} median {ratio:6.4f} x   area under the curve {area(times[one], times[other]):6.4f}")


def area(one: Sequence[int], other: Sequence[int]) -> float:
    """How often a time of ``one`` is longer than one of ``other``: a half says that times tell nothing."""
    ordered = sorted(other)
    wins = sum(bisect_left(ordered, each) + bisect_right(ordered, each) for each in one)
    return wins / 2 / len(one) / len(ordered)


if __name__ == "__main__":
    main()
