"""Guesses at tracking codes: whether anything tells a wrong code from a wrong contact, in 10⁶ tries.

Aim: no guess opens anything, all answers are one page, and how long they take is the same: medians within 2 per cent,
and no split of the times that tells one way to be wrong from another more often than chance (area under the curve of
0.5 ± 0.01).

10⁶ guesses make their digest and run the product's own statement, taken down once. Of the whole way through middleware,
form and template, which takes a hundred times as long, ``--answers`` are read: status, headers, size, body and time.
Each of these comes from another address, so that the limit of one address does not end them.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from typing import Any

from tests.benchmarks.harness import start_installation

CASES, WARM_LOOKUPS, WARM_ANSWERS = 5000, 1000, 60
WAYS = ("code", "contact", "both")
STATUS = "/jia/requests/status/"

Known = list[tuple[str, str]]
Times = dict[str, list[int]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--guesses", type=int, default=1_000_000, help="lookups, in all three ways to be wrong")
    parser.add_argument("--answers", type=int, default=6_000, help="whole answers, in all three ways to be wrong")
    wanted = parser.parse_args()
    start_installation()
    from tests.factories.tenancy import make_city, make_district
    from tests.factories.tree import make_home

    district = make_district(city=make_city(name="样例市", slug="sample-city"), name="甲区", slug="jia")
    make_home(district)
    known = made_cases(district)
    tell("statement", lookups(known, -(-wanted.guesses // len(WAYS)), district.pk))
    times, answers = whole_answers(known, -(-wanted.answers // len(WAYS)), district)
    tell("whole answer", times)
    for (status, size, *_body), number in answers.items():
        print(f"answer {status}, {size} bytes: {number} times")
    print(f"different answers: {len(answers)}")


def made_cases(district: Any) -> Known:
    """Code and phone of each of so many cases."""
    from django.db import connection
    from django.utils import timezone

    from plugins.contrib.requests.domain.submitting import give_code
    from plugins.contrib.requests.models import Case
    from plugins.contrib.requests.protection.tracking import new_code

    known = [(new_code(), f"139{number:08}") for number in range(CASES)]
    said = {"district": district, "submitted_at": timezone.now(), "applicant_kind": "natural", "title": "–"}
    cases = [Case(phone=phone, **said) for _code, phone in known]
    for case, (code, _phone) in zip(cases, known, strict=True):
        give_code(case, code)
    Case.objects.bulk_create(cases)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return known


def guesses(known: Known, number: int) -> Iterator[tuple[int, str, str, str]]:
    """So many in each way to be wrong, the ways in no order of their own: number, way, code, phone."""
    from plugins.contrib.requests.protection.tracking import new_code

    for turn, (code, phone) in zip(range(number), cycle(known), strict=False):
        other = f"138{turn:08}"  # a phone that no case has
        tries = [("code", new_code(), phone), ("contact", code, other), ("both", new_code(), other)]
        for way, *typed in random.sample(tries, len(tries)):
            yield turn, way, *map(as_typed, typed)


def as_typed(text: str) -> str:
    """Made anew, as everything is that comes from a reader: a text that was used before is nearer at hand."""
    return "".join(list(text))


def lookups(known: Known, number: int, district: int) -> Times:
    """Nanoseconds of each: its digest and the statement."""
    from django.db import connection

    from plugins.contrib.requests.domain.finding import find_case
    from plugins.contrib.requests.protection.tracking import access_digest

    statement, values, digest = taken_down(lambda: find_case(code="", contact="", districts=[district]))
    times: Times = {way: [] for way in WAYS}
    with connection.cursor() as cursor:
        for turn, way, code, phone in guesses(known, number + WARM_LOOKUPS):
            begun = time.perf_counter_ns()
            guess = access_digest(code, phone)
            cursor.execute(statement, [guess if value == digest else value for value in values])
            found = cursor.fetchone()
            taken = time.perf_counter_ns() - begun
            assert found is None, way
            if turn >= WARM_LOOKUPS:
                times[way].append(taken)
    return times


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


def whole_answers(known: Known, number: int, district: Any) -> tuple[Times, Counter[tuple[Any, ...]]]:
    """Nanoseconds of each, and how often each answer came: status, size, headers, body without what was typed."""
    from django.test import Client

    from plugins.domain.switching import enable

    enable("requests", district=district, user=None)
    client = Client(headers={"host": "localhost"})
    times: Times = {way: [] for way in WAYS}
    answers: Counter[tuple[Any, ...]] = Counter()
    for place, (turn, way, code, phone) in enumerate(guesses(known, number + WARM_ANSWERS)):
        address = f"10.{place >> 16 & 255}.{place >> 8 & 255}.{place & 255}"
        begun = time.perf_counter_ns()
        answer = client.post(STATUS, {"code": code, "contact": phone}, REMOTE_ADDR=address)
        taken = time.perf_counter_ns() - begun
        if turn >= WARM_ANSWERS:
            times[way].append(taken)
            answers[seen_of(answer, code, phone)] += 1
    return times, answers


def seen_of(answer: Any, *typed: str) -> tuple[Any, ...]:
    """What an answer tells, but for the words that were typed (alike in length) and the token of its form."""
    body = answer.content.decode()
    for words in typed:
        assert words in body, "whatever was typed is shown again"
        body = body.replace(words, "")
    plain = "".join(part for part in body.splitlines(keepends=True) if "csrfmiddlewaretoken" not in part)
    return answer.status_code, len(answer.content), frozenset(answer.headers.items()), plain


def tell(what: str, times: Times) -> None:
    """Print medians and how well a time tells two ways from each other."""
    for way, taken in times.items():
        middle = statistics.median(taken) / 1000
        print(f"{what}: wrong {way:<8} {len(taken):>9} guesses   median {middle:8.1f} µs   opened 0")
    for one, other in (("code", "contact"), ("code", "both"), ("contact", "both")):
        ratio = statistics.median(times[one]) / statistics.median(times[other])
        told = area(times[one], times[other])
        print(f"{what}: {one} / {other:<8} median {ratio:6.4f} x   area under the curve {told:6.4f}", flush=True)


def area(one: Sequence[int], other: Sequence[int]) -> float:
    """How often a time of ``one`` is longer than one of ``other``: a half says that times tell nothing."""
    ordered = sorted(other)
    wins = sum(bisect_left(ordered, each) + bisect_right(ordered, each) for each in one)
    return wins / 2 / len(one) / len(ordered)


if __name__ == "__main__":
    main()
