"""The screen that explains a deadline, its file, and the calculator."""

from __future__ import annotations

import datetime as dt
import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from cms.people.enums import Role
from plugins.contrib.requests.domain.handling import consulting
from plugins.contrib.requests.enums import ConsultationKind
from tests.factories.people import make_person

D = dt.date.fromisoformat
EVENTS = {
    "received": "2026-09-18",
    "today": "2026-10-20",
    "events-TOTAL_FORMS": "3",
    "events-0-kind": "asked",
    "events-0-day": "2026-10-12",
    "events-0-whom": "organ",
    "events-0-who": "1",
    "events-1-kind": "extended",
    "events-1-day": "2026-10-14",
    "events-1-days": "5",
}


@pytest.fixture
def asked(accepted, officer):
    consulting.ask_opinion(
        case=accepted, kind=ConsultationKind.THIRD_PARTY, name="赵六秘密", user=officer, day=D("2026-03-09")
    )
    return accepted


@pytest.fixture
def desk(client, officer):
    client.force_login(officer)
    return client


def test_each_day_is_shown_with_its_reason(asked, desk) -> None:
    page = desk.get(reverse("requests-admin:deadline", args=[asked.pk]))
    text = page.content.decode()
    assert (page.status_code, page.context["explained"].ledger.due) == (200, D("2026-04-21"))
    assert [month.first for month in page.context["months"]][:2] == [D("2026-03-01"), D("2026-04-01")]
    assert 'id="d20260310"' in text
    assert "赵六秘密" not in text


def test_file_says_what_the_command_says(asked, desk, tmp_path) -> None:
    found = desk.get(reverse("requests-admin:deadline_file", args=[asked.pk])).json()
    path, out = tmp_path / "scenario.json", StringIO()
    path.write_text(json.dumps(found["scenario"]), encoding="utf-8")
    call_command("requests", "deadline", scenario=path, today=timezone.localdate(), json=True, stdout=out)
    assert json.loads(out.getvalue()) == found


def test_case_whose_receipt_is_open_says_so(case, desk) -> None:
    page = desk.get(reverse("requests-admin:deadline", args=[case.pk]))
    assert "第三十一条" in page.content.decode()
    assert desk.get(reverse("requests-admin:deadline_file", args=[case.pk])).status_code == 409


@pytest.mark.parametrize("name", ["deadline", "deadline_file"])
def test_others_do_not_find_the_case(name, accepted, client, district) -> None:
    address = reverse(f"requests-admin:{name}", args=[accepted.pk])
    for person in (make_person(Role.EDITOR, "editor", unit=accepted.unit), _officer_of_another_unit(district)):
        client.force_login(person)
        assert client.get(address).status_code == 404


def _officer_of_another_unit(district):
    from tests.factories.tenancy import make_unit

    return make_person(Role.REQUEST_OFFICER, "elsewhere", unit=make_unit(district, name="乙局", code="yi-ju"))


def test_calculator_reckons_what_is_entered(officer, desk) -> None:
    assert desk.get(reverse("requests-admin:calculator")).status_code == 200
    page = desk.get(reverse("requests-admin:calculator"), EVENTS)
    assert page.context["explained"].ledger.due == D("2026-11-19")
    found = desk.get(reverse("requests-admin:calculator_file"), EVENTS).json()
    assert (found["due"], found["allowance"]) == ("2026-11-19", 25)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"received": "x"}, "输入一个有效的日期"),
        ({"received": "9999-12-31"}, "1990"),
        ({"events-0-day": ""}, "请填写发生的日期"),
        ({"events-0-days": "3"}, "此处不需要填写"),
        ({"events-1-days": "21"}, "延长的期限为 1 至 20 个工作日"),
        ({"events-0-day": "2026-09-01"}, "早于收到申请的日期"),
        ({"events-0-kind": "nonsense"}, "nonsense"),
    ],
)
def test_calculator_keeps_what_was_entered_and_says_what_is_wrong(wrong, words, desk) -> None:
    page = desk.get(reverse("requests-admin:calculator"), {**EVENTS, **wrong})
    assert "explained" not in page.context
    assert words in page.content.decode()
    assert 'value="2026-10-14"' in page.content.decode()
    assert desk.get(reverse("requests-admin:calculator_file"), {**EVENTS, **wrong}).status_code == 404


@pytest.mark.parametrize(("total", "rows"), [("3", 6), ("29", 30), ("9999999", 6), ("x", 6)])
def test_calculator_gives_more_rows(total, rows, desk) -> None:
    page = desk.get(reverse("requests-admin:calculator"), {**EVENTS, "events-TOTAL_FORMS": total, "more": "1"})
    assert len(page.context["rows"].forms) == rows
