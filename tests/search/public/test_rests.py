"""No engine answers, or not the first."""

from __future__ import annotations

import pytest

from search.engines.registry import engine_named
from tests.disclosure_pages.public.markup import soup_of
from tests.factories.pages import make_published

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(section, deliver):
    page = make_published("招生通知", section=section)
    deliver()
    return page


@pytest.fixture
def away(settings, page):
    """The first engine of the settings is away; its calls are counted."""
    settings.SEARCH_ENGINES = {**settings.SEARCH_ENGINES, "away": "tests.search.public.away.AwayEngine"}
    settings.SEARCH_ENGINE, settings.SEARCH_FALLBACK_ENGINE = "away", "embedded"
    return engine_named("away")


def test_other_engine_answers(client, away) -> None:
    response = client.get("/furong/search/", {"q": "招生"})

    assert (response.status_code, response.context["found"].engine) == (200, "embedded")
    assert soup_of(response).select_one(".hit__title").text == "招生通知"


def test_engine_that_is_away_is_not_asked_by_every_reader(client, away) -> None:
    for _time in range(3):
        client.get("/furong/search/", {"q": "招生"})

    assert away.asked == 1


def test_without_another_engine_the_search_rests(client, settings, away) -> None:
    settings.SEARCH_FALLBACK_ENGINE = ""
    response = client.get("/furong/search/", {"q": "招生"})
    links = [link["href"] for link in soup_of(response).select("main a")]

    assert (response.status_code, response["Retry-After"]) == (503, "10")
    assert links == ["/furong/library/", "/furong/", "/furong/search/?q=%E6%8B%9B%E7%94%9F"]


def test_without_any_engine_the_search_rests(client, settings, page) -> None:
    settings.SEARCH_ENGINE = ""

    assert client.get("/furong/search/", {"q": "招生"}).status_code == 503
