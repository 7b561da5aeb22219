"""What readers ask is counted, and nothing else of them."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from search.domain import counting
from search.domain.forgetting import forget_old_counts
from search.domain.kept_texts import kept_text
from search.models import SearchCount
from tests.disclosure_pages.public.markup import soup_of
from tests.factories.pages import make_published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def counted(settings):
    settings.SEARCH_REPORT_DAYS = 30
    counting._take()
    yield
    counting._take()


@pytest.fixture
def enrolment(section, deliver):
    page = make_published("义务教育招生通知", section=section)
    deliver()
    return page


def rows(*names: str) -> list[tuple]:
    counting.write_counts()
    return sorted(SearchCount.objects.values_list("text", *names), key=str)


def test_search_is_counted_by_district_and_folded_text(client, enrolment, furong) -> None:
    for where, text in (("/furong", "招生"), ("/furong", "  招生！"), ("", "招生"), ("/furong", "飛船")):
        client.get(f"{where}/search/", {"q": text}, follow=True)

    assert rows("district", "searches", "without_hit") == [
        ("招生", furong.pk, 2, 0),
        ("招生", None, 1, 0),
        ("飞船", furong.pk, 1, 1),
    ]


def test_search_that_finds_only_another_spelling_is_without_a_hit(client, section, deliver) -> None:
    make_published("流动摊贩疏导点管理规定", section=section)
    deliver()
    found = client.get("/furong/search/", {"q": "流动摊犯"}).context["found"]

    assert (found.is_respelt, rows("searches", "without_hit")) == (True, [("流动摊犯", 1, 1)])


@pytest.mark.parametrize(
    "query", [{"page": 2, "size": 20}, {"unit": "x"}, {"sort": "newest"}, {"q": ""}, {"in_force": "1", "page": "x"}]
)
def test_what_goes_on_from_a_question_is_not_counted(client, enrolment, query) -> None:
    client.get("/furong/search/", {"q": "招生", **query}, follow=True)

    assert rows() == []


@pytest.mark.parametrize("header", [{"User-Agent": "Baiduspider/2.0"}, {"Sec-Purpose": "prefetch"}])
def test_machines_are_not_counted(client, enrolment, header) -> None:
    client.get("/furong/search/", {"q": "招生"}, headers=header)

    assert rows() == []


@pytest.mark.parametrize(
    "text",
    [
        "张三 430102199003075573",
        "４３０１０２19900307 5573",
        "13812345678 举报",
        "138 1234 5678",
        "6222021234567890128",
        "电话0731-84683123",
        "zhang@example.org",
        "E12345678",
        "我" * 61,
    ],
)
def test_text_that_looks_personal_is_counted_without_being_kept(client, enrolment, text) -> None:
    client.get("/furong/search/", {"q": text})

    assert rows("searches") == [("", 1)]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("長政辦發〔2019〕54號", "长政办发 2019 54号"),
        ("2019-01-02 公告", "2019 01 02 公告"),
        ("ＣＡＦÉ", "cafe"),
        ("！", ""),
    ],
)
def test_ordinary_text_is_kept_in_one_spelling(text, kept) -> None:
    assert kept_text(text) == kept


def test_row_holds_no_word_about_the_reader() -> None:
    names = {field.name for field in SearchCount._meta.get_fields()}

    assert names == {"id", "day", "district", "text", "searches", "without_hit", "opened"}


def test_search_writes_nothing_while_it_answers(client, enrolment) -> None:
    client.get("/furong/search/", {"q": "招生"})
    with CaptureQueriesContext(connection) as queries:
        client.get("/furong/search/", {"q": "招生"})

    assert [query["sql"] for query in queries if not query["sql"].startswith("SELECT")] == []


def test_counts_are_written_when_a_later_request_is_over(client, enrolment, monkeypatch) -> None:
    monkeypatch.setattr(counting, "WRITE_SECONDS", 0.0)
    client.get("/furong/search/", {"q": "招生"})

    assert list(SearchCount.objects.values_list("text", "searches")) == [("招生", 1)]


def test_hit_that_is_opened_is_counted_with_its_question(client, enrolment) -> None:
    link = soup_of(client.get("/furong/search/", {"q": "招生"})).select_one(".hit__title a")
    response = client.post(link["ping"], "PING", content_type="text/ping")

    assert (link["href"], response.status_code) == (enrolment.get_url(), 204)
    assert rows("searches", "opened") == [("招生", 1, 1)]


@pytest.mark.parametrize("query", ["", "?q=骗人", "?q=骗人&s=x", "?q=&s="])
def test_address_that_we_did_not_give_counts_nothing(client, furong, query) -> None:
    assert client.post(f"/furong/search/opened/{query}").status_code == 404
    assert rows() == []


def test_hits_of_a_personal_question_tell_nothing(client, section, deliver) -> None:
    make_published("举报热线", section=section)
    deliver()
    soup = soup_of(client.get("/furong/search/", {"q": "举报热线 -13812345678"}))

    assert [link.get("ping") for link in soup.select(".hit__title a")] == [None]


def test_number_of_different_texts_is_bounded(furong, monkeypatch) -> None:
    monkeypatch.setattr(counting, "MOST_TEXTS", 2)
    for text in ("甲", "乙", "丙", "丁", "甲"):
        counting.count_search(text, district_id=furong.pk, is_hit=True)

    assert rows("searches") == [("", 3), ("丁", 1), ("丙", 1)]


def test_memory_is_bounded(furong, monkeypatch) -> None:
    monkeypatch.setattr(counting, "MOST_IN_MEMORY", 2)
    for text in ("甲", "乙", "丙"):
        counting.count_search(text, district_id=furong.pk, is_hit=True)

    assert rows("searches") == [("", 1), ("乙", 1), ("甲", 1)]


def test_count_of_a_district_that_is_gone_is_dropped() -> None:
    counting.count_search("甲", district_id=987654, is_hit=True)

    assert rows() == []


def test_old_counts_are_forgotten(furong) -> None:
    for age in (0, 29, 30, 400):
        day = timezone.localdate() - dt.timedelta(days=age)
        SearchCount.objects.create(day=day, district=furong, text=str(age))

    assert forget_old_counts() == 2
    assert [text for (text,) in rows()] == ["0", "29"]


def test_nothing_is_counted_where_that_is_off(client, enrolment, settings) -> None:
    settings.SEARCH_REPORT_DAYS = 0
    soup = soup_of(client.get("/furong/search/", {"q": "招生"}))

    assert (rows(), soup.select_one(".hit__title a").get("ping")) == ([], None)
