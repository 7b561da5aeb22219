"""Suggestions while somebody types."""

from __future__ import annotations

import pytest

from tests.factories.pages import make_draft, make_published
from tests.search.acts import withdraw

pytestmark = pytest.mark.django_db


def suggested(client, text, where="/furong") -> list[str]:
    return client.get(f"{where}/search/suggestions.json", {"q": text}).json()["suggestions"]


@pytest.fixture
def enrolment(section, deliver):
    page = make_published("义务教育招生通知", section=section)
    deliver()
    return page


def test_part_of_a_title_suggests_it(client, enrolment) -> None:
    assert suggested(client, "教育招") == ["义务教育招生通知"]
    assert suggested(client, "招生", where="") == ["义务教育招生通知"]


@pytest.mark.parametrize("text", ["", "！？", "飞船", "\x00", '"NEAR('])
def test_nothing_is_suggested_for_what_no_title_holds(client, enrolment, text) -> None:
    assert suggested(client, text) == []


def test_titles_that_are_not_public_are_not_suggested(client, section, enrolment) -> None:
    make_draft("义务教育金丝雀", section=section)
    withdraw(enrolment)

    assert suggested(client, "义务教育") == []


def test_search_that_rests_suggests_nothing(client, settings, enrolment) -> None:
    settings.SEARCH_ENGINE = ""

    assert suggested(client, "招生") == []
