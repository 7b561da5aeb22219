"""Guesses at tracking codes: whether anything tells a wrong code from a wrong contact, in 10⁶ tries.

Aim: no guess opens anything, and how long they take is the same: medians within 2 per cent, and no split of the times
that tells one way to be wrong from another more often than chance (area under the curve of 0.5 ± 0.01).
"""

from __future__ import annotations

import argparse
import statistics
import time
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import cycle

from tests.benchmarks.harness import start_installation

CASES = 5000


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
    from plugins.contrib.requests.protection.tracking import new_code
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
    turn = cycle(known)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    for number in range(guesses + 1000):
        code, phone = next(turn)
        tries = {
            "code": (new_code(), phone),
            "contact": (code, f"138{number:08}"),
            "both": (new_code(), f"138{number:08}"),
        }
        for way in sorted(tries, key=lambda one: hash((one, number))):  # in no order of their own
            given, contact = tries[way]
            begun = time.perf_counter_ns()
            found = find_case(code=given, contact=contact, districts=[district.pk])
            taken = time.perf_counter_ns() - begun
            assert found is None, (given, contact)
            if number >= 1000:  # the first ones warm up
                times[way].append(taken)
    tell(times)


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
