"""Registration numbers (unit, year, serial) when many applications are received at the same moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connections, transaction

from plugins.contrib.requests.domain.handling.receiving import receive_case
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Case
from tests.factories.cases import make_case
from tests.plugins.requests.conftest import DAY

THREADS, EACH = 6, 4
pytestmark = pytest.mark.django_db(transaction=True)


class GivenUp(Exception):
    """The transaction failed after the number had been taken."""


def at_once(act: Callable[[Any], object], things: Iterable[Any]) -> list[object]:
    """``act`` on each of ``things``, a thread and a connection each, all beginning together; exceptions as answers."""
    things = list(things)
    start = Barrier(len(things))

    def run(thing: Any) -> object:
        start.wait(30)
        try:
            return act(thing)
        except (CaseRefused, GivenUp) as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(things)) as threads:
        return list(threads.map(run, things))


def test_numbers_have_neither_gap_nor_double(district, unit, officer, office):
    cases = [make_case(district, place, on=DAY) for place in (unit, None) for _ in range(THREADS * EACH // 2)]

    def receive_all(batch: list[Case]) -> None:
        for case in batch:
            receive_case(case=case, arrived_on=DAY, user=officer if case.unit_id else office)

    assert at_once(receive_all, [cases[number::THREADS] for number in range(THREADS)]) == [None] * THREADS
    for place in (unit, None):
        found = Case.objects.filter(register_unit=place, register_year=2026).order_by("serial")
        assert list(found.values_list("serial", flat=True)) == list(range(1, THREADS * EACH // 2 + 1))


def test_receipt_that_is_given_up_leaves_no_gap(district, unit, officer):
    cases = [make_case(district, unit, on=DAY) for _ in range(THREADS)]

    def receive(case: Case) -> None:
        with transaction.atomic():
            receive_case(case=case, arrived_on=DAY, user=officer)
            if case.pk % 2:
                raise GivenUp

    answers = at_once(receive, cases)
    assert [isinstance(answer, GivenUp) for answer in answers] == [case.pk % 2 == 1 for case in cases]
    at_once(lambda case: receive_case(case=case, arrived_on=DAY, user=officer), [one for one in cases if one.pk % 2])
    serials = Case.objects.order_by("serial").values_list("serial", flat=True)
    assert list(serials) == list(range(1, THREADS + 1))


def test_case_that_many_receive_has_one_number(case, district, unit, officer):
    answers = at_once(lambda _one: receive_case(case=case, arrived_on=DAY, user=officer), range(THREADS))

    assert sum(isinstance(answer, CaseRefused) for answer in answers) == THREADS - 1
    assert Case.objects.get(pk=case.pk).serial == 1
    after = make_case(district, unit, on=DAY)
    assert receive_case(case=after, arrived_on=DAY, user=officer).serial == 2
