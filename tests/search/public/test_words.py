"""What administrators enter about words holds from the next search on, on its days, for public pages only."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from search.domain.known import known_now
from search.enums import Direction
from search.models import BestBet, DeniedSuggestion, DictionaryWord, SynonymEntry
from tests.disclosure_pages.public.markup import soup_of
from tests.factories.pages import make_published
from tests.factories.tenancy import make_district, make_unit
from tests.factories.tree import make_column, make_section
from tests.search.acts import withdraw

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def found(client, text, where="/furong") -> list[str]:
    return [hit.plain_title for hit, _url, _beside in client.get(f"{where}/search/", {"q": text}).context["hits"]]


def boxed(client, text, where="/furong") -> list[str]:
    soup = soup_of(client.get(f"{where}/search/", {"q": text}))
    return [link.text for link in soup.select(".recommended a")]


@pytest.fixture
def told(django_capture_on_commit_callbacks):
    """Make an entry and commit it."""

    def tell(model, **values):
        with django_capture_on_commit_callbacks(execute=True):
            return model.objects.create(**values)

    return tell


@pytest.fixture
def pages(section, deliver):
    made = [
        make_published(title, section=section)
        for title in ("幼儿托育服务办法", "影剧院名单", "垃圾分类指南", "加油站名单")
    ]
    deliver()
    return made


@pytest.fixture
def yuhua(furong):
    """Another district of the city."""
    district = make_district(slug="yuhua", name="雨花区", city=furong.city)
    make_section(column=make_column("教育", district=district), unit=make_unit(district, name="局"))
    return district


def test_synonym_finds_what_documents_say_with_the_next_search(client, pages, told) -> None:
    assert found(client, "娃娃班") == []
    told(SynonymEntry, word="娃娃班", others="托育服务")

    assert found(client, "娃娃班") == ["幼儿托育服务办法"]


def test_synonym_of_one_way_is_not_found_by_the_others(client, pages, told) -> None:
    told(SynonymEntry, word="影剧院", others="垃圾分类", direction=Direction.ONE_WAY)

    assert set(found(client, "影剧院")) == {"影剧院名单", "垃圾分类指南"}
    assert found(client, "垃圾分类") == ["垃圾分类指南"]


@pytest.mark.parametrize(
    ("since", "until", "holds"),
    [(0, 0, True), (-1, None, True), (1, None, False), (None, -1, False), (None, 1, True), (None, None, True)],
)
def test_synonym_holds_on_its_days(client, pages, told, since, until, holds) -> None:
    today = timezone.localdate()
    first, last = (None if days is None else today + days * DAY for days in (since, until))
    told(SynonymEntry, word="娃娃班", others="托育服务", starts_on=first, ends_on=last)

    assert found(client, "娃娃班") == (["幼儿托育服务办法"] if holds else [])


def test_entry_that_is_deleted_holds_no_more(client, pages, told, django_capture_on_commit_callbacks) -> None:
    entry = told(SynonymEntry, word="娃娃班", others="托育服务")
    assert found(client, "娃娃班") == ["幼儿托育服务办法"]
    with django_capture_on_commit_callbacks(execute=True):
        entry.delete()

    assert found(client, "娃娃班") == []


def test_word_of_the_dictionary_is_not_cut_apart(told) -> None:
    before = known_now().vocabulary.splitter.split("芙蓉码上办理")
    told(DictionaryWord, word="码上办")

    assert ("码", "上", "办") not in before
    assert ("码", "上", "办") in known_now().vocabulary.splitter.split("芙蓉 码上办")


def test_best_bet_that_is_a_hit_comes_first(client, pages, told) -> None:
    for page in (pages[1], pages[3]):
        told(BestBet, words=f"{page.title}, 名单", page=page)

    assert found(client, "名单") == ["影剧院名单", "加油站名单"]
    assert boxed(client, "名单") == []


def test_best_bet_that_is_no_hit_stands_above_the_hits(client, pages, told) -> None:
    told(BestBet, words="宝宝, 送孩子", page=pages[0])

    assert boxed(client, "送孩子！") == ["幼儿托育服务办法"]
    assert boxed(client, "宝宝 名单") == []


def test_best_bet_leads_to_no_page_that_is_hidden(client, pages, told) -> None:
    told(BestBet, words="宝宝", page=pages[0])
    withdraw(pages[0])
    response = client.get("/furong/search/", {"q": "宝宝"})

    assert response.context["recommended"] == []
    assert "托育" not in response.content.decode()


def test_best_bet_of_a_district_is_for_its_search_only(client, pages, told, furong, yuhua) -> None:
    told(BestBet, words="宝宝", page=pages[0], district=furong)

    assert (boxed(client, "宝宝"), boxed(client, "宝宝", where="")) == (["幼儿托育服务办法"], [])


def test_best_bet_for_everywhere_stays_out_of_other_districts(client, pages, told, yuhua) -> None:
    told(BestBet, words="宝宝", page=pages[0])

    assert (boxed(client, "宝宝", where=""), boxed(client, "宝宝", where="/yuhua")) == (["幼儿托育服务办法"], [])


def test_best_bet_out_of_its_days_is_not_shown(client, pages, told) -> None:
    told(BestBet, words="宝宝", page=pages[0], ends_on=timezone.localdate() - DAY)

    assert boxed(client, "宝宝") == []


def test_denied_text_is_never_suggested_but_found(client, pages, told) -> None:
    address, ask = "/furong/search/suggestions.json", {"q": "单"}
    assert set(client.get(address, ask).json()["suggestions"]) == {"加油站名单", "影剧院名单"}
    told(DeniedSuggestion, text="影剧院")

    assert client.get(address, ask).json()["suggestions"] == ["加油站名单"]
    assert found(client, "影剧院") == ["影剧院名单"]


def test_denied_text_is_compared_token_by_token(told) -> None:
    told(DeniedSuggestion, text="ＡＲＴ")

    assert [known_now().is_denied(text) for text in ("Art 展", "Party 展", "")] == [True, False, False]
