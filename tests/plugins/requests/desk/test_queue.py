import datetime as dt
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from openpyxl import load_workbook

from cms.people.enums import Role
from plugins.contrib.requests.domain.handling.correcting import ask_correction
from plugins.contrib.requests.enums import CaseState
from plugins.contrib.requests.letters.kinds import label_of
from plugins.contrib.requests.models import Case
from tests.factories.cases import make_case
from tests.factories.people import make_person
from tests.factories.tenancy import make_unit

from .conftest import client_of

SHOWN = {"到期-3", "到期0", "到期90"}
QUEUE = reverse_lazy("requests-admin:queue")


def listed(client, **query):
    response = client.get(QUEUE, query)
    assert response.status_code == 200
    return [case for case, _standing in response.context["rows"]]


def due(case, days):
    day = timezone.localdate() + dt.timedelta(days=days)
    Case.objects.filter(pk=case.pk).update(due_on=day, received_on=day - dt.timedelta(days=30))
    return case


@pytest.fixture
def cases(district, unit):
    """Overdue, due today, due in a while, without a day, closed."""
    late, today, fine = (due(make_case(district, unit, title=f"到期{days}"), days) for days in (-3, 0, 90))
    fresh, closed = make_case(district, None), make_case(district, unit)
    ended = {"state": CaseState.CLOSED, "outcome": "granted", "concluded_on": dt.date(2026, 1, 2)}
    Case.objects.filter(pk=closed.pk).update(**ended)
    return [late, today, fine, fresh, closed]


def test_most_urgent_comes_first(cases, at_office):
    late, today, fine, fresh, _closed = cases
    assert listed(at_office) == [late, today, fresh, fine]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"state": "all"}, [0, 1, 2, 3, 4]),
        ({"state": "closed"}, [4]),
        ({"tone": "overdue"}, [0]),
        ({"tone": "today"}, [1]),
        ({"tone": "urgent"}, [0, 1, 3]),
        ({"text": "到期90"}, [2]),
        ({"unit": "x"}, [0, 1, 2, 3]),
        ({"tone": "bald", "order": "bald"}, [0, 1, 2, 3]),
    ],
)
def test_queue_is_narrowed(cases, at_office, query, found):
    assert set(listed(at_office, **query)) == {cases[number] for number in found}


def test_concluded_cases_come_after_all_that_wait(cases, at_office):
    late, today, fine, fresh, closed = cases
    Case.objects.filter(pk=closed.pk).update(due_on=dt.date(2026, 1, 5))
    assert listed(at_office, state="all") == [late, today, fresh, fine, closed]


@pytest.mark.parametrize("typed", ["甲局依申请（2026）12号", "[2026]12", "【２０２６】 １２号", "〔2026〕12"])
def test_number_is_found_however_it_is_typed(cases, at_office, typed):
    for case, number in zip(cases, ("甲局依申请〔2026〕12号", "甲局依申请〔2026〕2号"), strict=False):
        Case.objects.filter(pk=case.pk).update(number=number)

    assert listed(at_office, text=typed) == [cases[0]]


def test_queue_is_narrowed_to_a_unit_and_to_mine(cases, unit, at_office, at_unit):
    assert listed(at_office, unit=unit.pk) == cases[:3]
    assert listed(at_office, mine="1") == []
    assert listed(at_unit, mine="1") == cases[:3]


def test_officers_see_the_cases_of_their_unit(cases, at_unit, district):
    other = make_person(Role.REQUEST_OFFICER, "other", unit=make_unit(district, name="戊局", code="wu"))

    assert listed(at_unit) == cases[:3]
    assert listed(client_of(other)) == []


def test_queue_needs_a_constant_number_of_queries(district, unit, at_office):
    numbers = []
    for more in (1, 12):
        for _number in range(more):
            due(make_case(district, unit), 3)
        at_office.get(QUEUE)
        with CaptureQueriesContext(connection) as queries:
            listed(at_office)
        numbers.append(len(queries))

    assert numbers[0] == numbers[1]


def test_workbook_tells_nobody_who_applied(cases, at_office):
    response = at_office.get(reverse("requests-admin:queue_file"), {"state": "all"})
    rows = list(load_workbook(BytesIO(response.content)).active.iter_rows(values_only=True))

    assert [row[1] for row in rows[1:] if row[1] in SHOWN] == ["到期-3", "到期0", "到期90"]
    text = str(rows)
    assert [one.name in text or one.phone in text for one in cases] == [False] * 5


def test_access_log_is_the_offices(accepted, at_office, at_unit):
    reveal = reverse("requests-admin:reveal", args=[accepted.pk])
    at_unit.post(reveal, {"field": "phone", "purpose": "联系申请人"})
    access = reverse("requests-admin:access")

    assert "联系申请人" in at_office.get(access).content.decode()
    assert at_unit.get(access).status_code == 404


def test_queue_is_narrowed_to_cases_whose_notice_is_not_issued(at_unit, received, officer, cases):
    ask_correction(case=received, items="写明年份", period=5, user=officer, day=received.received_on)
    assert listed(at_unit, notice="1") == [received]
    page = at_unit.get(reverse("requests-admin:case", args=[received.pk])).content.decode()
    assert f"以尚未发出的通知为依据：{label_of('correction')}" in page
