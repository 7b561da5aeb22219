"""The screens about the search: who may open them, what they say, and the banner."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import pytest
from django.core.cache import cache
from django.utils import timezone

from cms.people.enums import Role
from search.domain.alarm import KEPT_SECONDS, present_trouble
from search.enums import EventKind, Trouble
from search.models import EngineState, FailedDelivery, IndexPosition, OutboxEvent, SearchCount
from tests.cms.registers.conftest import client_of
from tests.disclosure_pages.public.markup import soup_of
from tests.factories.people import make_person, make_superuser
from tests.factories.tenancy import make_district, make_unit

pytestmark = pytest.mark.django_db
FRESHNESS, REPORT = "/admin/search/freshness/", "/admin/search/report/"


@pytest.fixture
def operator():
    return client_of(make_person(Role.OPERATOR))


@pytest.fixture
def furong():
    return make_district(slug="furong", name="芙蓉区")


def count(text: str, district=None, *, age: int = 0, **numbers: int) -> None:
    day = timezone.localdate() - dt.timedelta(days=age)
    SearchCount.objects.create(day=day, district=district, text=text, **{"searches": 1, **numbers})


def texts(client, **query) -> list[str]:
    return [row["text"] for row in client.get(REPORT, query).context["object_list"]]


@pytest.fixture
def people(furong):
    district = {"district": furong}
    return {
        "editor": make_person(Role.EDITOR, unit=make_unit(furong)),
        "confidentiality": make_person(Role.CONFIDENTIALITY_REVIEWER, **district),
        "office": make_person(Role.DISCLOSURE_OFFICE, **district),
        "auditor": make_person(Role.CITY_AUDITOR, city=furong.city),
        "operator": make_person(Role.OPERATOR),
        "system": make_person(Role.SYSTEM_ADMINISTRATOR),
        "security": make_person(Role.SECURITY_ADMINISTRATOR),
        "audit": make_person(Role.AUDIT_ADMINISTRATOR),
    }


def welcome(people, url) -> set[str]:
    answers = {name: client_of(person).get(url).status_code for name, person in people.items()}
    assert set(answers.values()) <= {200, 404}
    return {name for name, status in answers.items() if status == 200}


def test_freshness_is_for_those_who_run_the_installation(people, engine) -> None:
    assert welcome(people, FRESHNESS) == {"operator", "system"}


@pytest.mark.parametrize("url", [REPORT, f"{REPORT}results/", f"{REPORT}?export=xlsx"])
def test_report_is_for_those_who_oversee(people, url) -> None:
    assert welcome(people, url) == {"office", "auditor", "operator", "system", "audit"}


def test_report_holds_what_the_person_may_read(people, furong) -> None:
    foreign = make_district(slug="foreign", name="外区")
    for text, district in (("甲", furong), ("乙", foreign), ("丙", None)):
        count(text, district)
    read = {name: set(texts(client_of(people[name]))) for name in ("office", "auditor", "operator", "audit")}

    assert read == {"office": {"甲"}, "auditor": {"甲"}, "operator": set("甲乙丙"), "audit": set("甲乙丙")}


def test_days_and_districts_are_added_up(operator, furong) -> None:
    count("甲", furong, searches=2, opened=1)
    count("甲", furong, age=3, searches=1, without_hit=1)
    count("甲", searches=4)
    count("乙", furong, searches=3)
    count("甲", furong, age=30, searches=50)
    rows = operator.get(REPORT).context["object_list"]

    assert [tuple(row.values()) for row in rows] == [("甲", 7, 1, 1), ("乙", 3, 0, 0)]
    assert texts(operator, district=furong.pk) == ["乙", "甲"]


def test_report_lists_what_failed_and_what_nobody_opened(operator) -> None:
    count("找到", searches=9, opened=1)
    count("没点", searches=5)
    count("没有", searches=3, without_hit=3)

    assert texts(operator) == ["找到", "没点", "没有"]
    assert texts(operator, listed="without_hit") == ["没有"]
    assert texts(operator, listed="never_opened") == ["没点"]


def test_days_are_chosen(operator) -> None:
    count("今天")
    count("去年", age=300)
    day = (timezone.localdate() - dt.timedelta(days=300)).isoformat()

    assert texts(operator, day_from=day, day_to=day) == ["去年"]


def test_searches_without_their_words_are_said_and_not_listed(operator) -> None:
    count("", searches=7)
    count("甲")
    response = operator.get(REPORT)

    assert (texts(operator), response.context["left_out"]) == (["甲"], 7)


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_report_is_exported(operator, name) -> None:
    count("甲", searches=2)
    response = operator.get(REPORT, {"export": name})
    content = b"".join(response.streaming_content) if response.streaming else response.content

    assert _cells(content, name)[1:] == [["甲", "2", "0", "0"]]


def _cells(content: bytes, name: str) -> list[list[str]]:
    if name == "csv":
        return [line.split(",") for line in content.decode("utf-8-sig").splitlines()]
    from openpyxl import load_workbook

    return [[str(cell) for cell in row] for row in load_workbook(BytesIO(content)).active.values]


def test_row_leads_to_the_filled_in_form(operator, people) -> None:
    count("娃娃班 a&b", without_hit=1, district=people["office"].memberships.get().district)
    soup = soup_of(operator.get(REPORT))
    links = [link["href"] for link in soup.select(".gk-steps a")]
    form = operator.get(links[0]).context["form"]

    assert soup.select_one("td.title a").text.strip() == "娃娃班 a&b"
    assert (len(links), form.initial["word"]) == (2, "娃娃班 a&b")
    assert len(soup_of(client_of(people["office"]).get(REPORT)).select(".gk-steps a")) == 1
    assert soup_of(client_of(people["audit"]).get(REPORT)).select(".gk-steps a") == []


def test_empty_report_says_what_to_do(operator, settings) -> None:
    settings.SEARCH_REPORT_DAYS = 30
    hints = [operator.get(REPORT, query).content.decode() for query in ({}, {"listed": "without_hit"})]
    settings.SEARCH_REPORT_DAYS = 0

    assert len({*hints, off := operator.get(REPORT).content.decode()}) == 3
    assert "SEARCH_REPORT_DAYS" in off


def steps(client) -> list[str]:
    return [step.command for step in client.get(FRESHNESS).context["steps"]]


def test_fresh_index_needs_nothing(operator, engine) -> None:
    response = operator.get(FRESHNESS)
    shown = response.content.decode()

    assert steps(operator) == ["manage.py search verify"]
    assert [words for words in ("memory", "first", "Capabilities") if words in shown] == ["memory", "first"]
    assert response.context["engines"][0].capabilities == engine.capabilities


def test_engine_without_an_index_is_to_be_built(operator, unbuilt_engine) -> None:
    assert steps(operator) == ["manage.py search rebuild --engine memory"]


def test_engine_that_is_away_is_told(operator, engine) -> None:
    engine.is_away = True

    assert steps(operator) == ["manage.py search status"]


def test_failed_pages_are_listed(operator, engine) -> None:
    now = timezone.now()
    position = IndexPosition.objects.get()
    FailedDelivery.objects.create(position=position, key=7, reason="字段太长", failing_since=now, next_try_at=now)

    assert steps(operator) == ["manage.py search verify --engine memory --fix"]
    assert "字段太长" in operator.get(FRESHNESS).content.decode()


def test_changes_that_wait_for_long_ask_for_a_delivery(operator, engine, settings) -> None:
    _wait(minutes=6)

    assert steps(operator) == ["manage.py search drain"]
    settings.SEARCH_DELIVERY = "worker"
    assert steps(operator) == ["manage.py search drain --follow"]


def test_installation_without_a_search_says_so(operator, settings) -> None:
    settings.SEARCH_ENGINE = settings.SEARCH_FALLBACK_ENGINE = ""

    assert (steps(operator), present_trouble()) == ([""], None)


def _wait(*, minutes: int) -> None:
    moment = timezone.now() - dt.timedelta(minutes=minutes)
    OutboxEvent.objects.create(kind=EventKind.PAGES, keys=[1], recorded_at=moment)


def _fail(*, seconds: int) -> None:
    moment = timezone.now() - dt.timedelta(seconds=seconds)
    EngineState.objects.create(engine="memory", failing_since=moment)


def banner(client) -> list[str]:
    cache.clear()
    return [link["href"] for link in soup_of(client.get("/admin/")).select(".gk-alarm a")]


def test_banner_is_shown_while_changes_wait_for_long(operator, engine) -> None:
    _wait(minutes=4)
    assert banner(operator) == []
    _wait(minutes=6)
    assert (banner(operator), present_trouble()) == ([FRESHNESS], Trouble.LAG)


def test_banner_is_shown_while_an_engine_is_away(operator, engine) -> None:
    _fail(seconds=30)
    assert banner(operator) == []
    EngineState.objects.update(failing_since=timezone.now() - dt.timedelta(seconds=90))
    assert (banner(operator), present_trouble()) == ([FRESHNESS], Trouble.AWAY)


def test_engine_that_is_not_used_raises_no_alarm(engine) -> None:
    EngineState.objects.create(engine="elasticsearch", failing_since=timezone.now() - dt.timedelta(days=1))

    assert present_trouble() is None


def test_banner_is_for_those_who_can_do_something(people, engine) -> None:
    _wait(minutes=6)

    assert {name for name, person in people.items() if banner(client_of(person))} == {"operator", "system"}


def test_banner_asks_the_database_now_and_then(operator, engine, django_assert_num_queries) -> None:
    from search.domain.alarm import trouble

    trouble()
    with django_assert_num_queries(0):
        trouble()
    assert KEPT_SECONDS <= 60


def test_menu_offers_the_screens_of_the_role(people) -> None:
    offered = {name: _menu(person) for name, person in people.items() if _menu(person)}

    assert offered == {
        "office": 5,
        "auditor": 2,
        "operator": 6,
        "system": 6,
        "audit": 5,
    }


def _menu(person) -> int:
    from django.test import RequestFactory

    from search.wagtail_hooks import register_search_menu

    request = RequestFactory().get("/admin/")
    request.user = person
    return len(register_search_menu().menu.menu_items_for_request(request))


def test_superuser_without_a_role_oversees_nothing() -> None:
    assert client_of(make_superuser()).get(FRESHNESS).status_code == 404
