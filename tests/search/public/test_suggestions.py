"""Suggestions while somebody types."""

from __future__ import annotations

import pytest

from tests.factories.documents import make_policy_document
from tests.factories.pages import make_draft, make_published
from tests.search.acts import withdraw

pytestmark = pytest.mark.django_db


def suggested(client, text, where="/furong", **fields) -> list[str]:
    return client.get(f"{where}/search/suggestions.json", {"q": text, **fields}).json()["suggestions"]


@pytest.fixture
def enrolment(section, deliver):
    page = make_published("义务教育招生通知", section=section)
    deliver()
    return page


def test_part_of_a_title_suggests_it(client, enrolment) -> None:
    assert suggested(client, "教育招") == ["义务教育招生通知"]
    assert suggested(client, "招生", where="") == ["义务教育招生通知"]


@pytest.mark.parametrize("text", ["jiaoyuzhaosheng", "yiwujiaoy", "zhao sheng", "ywjy", "ZSTZ"])
def test_title_is_suggested_as_it_is_read_aloud(client, enrolment, text) -> None:
    assert suggested(client, text) == ["义务教育招生通知"]
    assert suggested(client, text, where="") == ["义务教育招生通知"]


@pytest.mark.parametrize("text", ["", "！？", "飞船", "\x00", '"NEAR(', "y", "feichuan", "yiwujiaoyx", "z" * 200])
def test_nothing_is_suggested_for_what_no_title_holds(client, enrolment, text) -> None:
    assert suggested(client, text) == []


def test_titles_of_one_kind_are_suggested_where_it_is_looked_for(client, section, enrolment, deliver) -> None:
    make_policy_document("义务教育招生办法", section=section)
    deliver()

    assert suggested(client, "义务教育", type="policydocument") == ["义务教育招生办法"]
    assert suggested(client, "义务教育", type="nothing") == []


@pytest.mark.parametrize(("text", "sentence"), [("招生", "1 条联想结果"), ("飞船", "没有联想结果")])
def test_number_of_suggestions_is_said(client, enrolment, text, sentence) -> None:
    assert client.get("/furong/search/suggestions.json", {"q": text}).json()["announcement"] == sentence


@pytest.mark.parametrize("text", ["义务教育", "ywjy"])
def test_titles_that_are_not_public_are_not_suggested(client, section, enrolment, text) -> None:
    make_draft("义务教育金丝雀", section=section)
    withdraw(enrolment)

    assert suggested(client, text) == []


def test_search_that_rests_suggests_nothing(client, settings, enrolment) -> None:
    settings.SEARCH_ENGINE = ""

    assert suggested(client, "招生") == []
