"""What somebody may have meant who finds nothing: from what is public, and from nothing else."""

from __future__ import annotations

import html
import json
from io import StringIO

import pytest
from django.core.management import call_command

from search.models import DeniedSuggestion
from tests.factories.pages import make_draft, make_published
from tests.factories.tenancy import make_unit
from tests.search.acts import withdraw

pytestmark = pytest.mark.django_db
API = "/api/public/v1/search"


def _screen(client, **query) -> str:
    return html.unescape(client.get("/furong/search/", query, headers={"host": "testserver"}).content.decode())


def _answer(client, text: str, **query):
    answer = client.get(API, {"q": text, **query}).json()
    titles = [item["title"]["text"] for item in answer["items"]]
    return answer["spelling"], answer["is_respelt"], titles


@pytest.fixture
def charter(section, deliver):
    page = make_published("流动摊贩疏导点管理规定", section=section, body="<p>经营者应当保持地面清洁。</p>")
    deliver()
    return page


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("流动摊犯", "流动摊贩"),
        ("疏导店管理规定", "疏导点管理规定"),
        ("流动滩贩疏导点", "流动摊贩疏导点"),
        ("流动摊主疏导点", "流动摊贩疏导点"),
    ],
)
def test_homophones_and_single_characters_are_mended(client, charter, typed, meant) -> None:
    assert _answer(client, typed) == (meant, True, ["流动摊贩疏导点管理规定"])


def test_what_is_found_is_not_mended(client, charter) -> None:
    for text in ("流动摊贩", "保持地面", "摊贩疏导", "规定 流动"):
        assert _answer(client, text)[:2] == ("", False)


def test_screen_leads_to_the_spelling_with_the_other_filters(client, charter) -> None:
    screen = _screen(client, q="流动摊犯", unit="furong/jyj", since="2020-01-01")

    assert "没有找到“流动摊犯”" in screen
    link = "/furong/search/?q=%E6%B5%81%E5%8A%A8%E6%91%8A%E8%B4%A9&unit=furong%2Fjyj&since=2020-01-01"
    assert f'<a href="{link}">流动摊贩</a>' in screen


def test_nothing_is_proposed_that_the_filters_hide(client, charter) -> None:
    assert _answer(client, "流动摊犯", since="2999-01-01") == ("", False, [])


def test_hidden_title_is_never_proposed(client, section, charter, deliver) -> None:
    make_draft("金丝雀搬迁补偿内部方案", section=section)
    withdraw(charter)
    late = [_answer(client, text) for text in ("流动摊犯", "金丝鹊搬迁补偿")]
    deliver()

    assert [*late, *(_answer(client, text) for text in ("流动摊犯", "金丝鹊搬迁补偿"))] == [("", False, [])] * 4


def test_title_that_is_hidden_later_is_not_proposed_beside_hits(client, section, charter, deliver) -> None:
    make_published("经营场所", section=section, body="<p>流动、摊、犯。</p>")
    deliver()
    withdraw(charter)

    assert "摊贩" not in _screen(client, q="流动摊犯")


def test_denied_text_is_not_proposed(client, charter) -> None:
    DeniedSuggestion.objects.create(text="流动摊贩")

    assert _answer(client, "流动摊犯")[0] == ""


def test_command_tells_the_spelling(charter) -> None:
    out = StringIO()
    call_command("search", "query", "流动摊犯", "--json", stdout=out)
    told = json.loads(out.getvalue())

    assert (told["spelling"], told["is_respelt"], told["hits"][0]["title"]) == ("流动摊贩", True, charter.title)


def test_hits_with_most_of_the_words_stand_below_few(client, section, charter, deliver) -> None:
    make_published("摊贩经营须知", section=section)
    deliver()
    answer = client.get(API, {"q": "摊贩 清洁"}).json()

    assert (answer["total"], [one["title"]["text"] for one in answer["others"]]) == (1, ["摊贩经营须知"])
    assert "含有其中大部分词语的内容" in _screen(client, q="摊贩 清洁")


def test_unit_that_publishes_nothing_is_not_proposed(client, charter, furong) -> None:
    make_unit(furong, name="区金丝雀管理办公室", code="jsq")

    assert _answer(client, "区金丝鹊管理办公室") == ("", False, [])


def test_unit_that_publishes_is_proposed(client, charter) -> None:
    assert _answer(client, "区教育菊") == ("区教育局", True, ["流动摊贩疏导点管理规定"])


def test_list_of_another_spelling_goes_on(client, section, deliver) -> None:
    for number in range(5):
        make_published(f"流动摊贩第{number}号", section=section)
    deliver()
    answer, titles = client.get(API, {"q": "流动摊犯", "size": 2}).json(), []
    while answer:
        titles += [item["title"]["text"] for item in answer["items"]]
        answer = answer["next"] and client.get(answer["next"]).json()

    assert sorted(titles) == [f"流动摊贩第{number}号" for number in range(5)]


def test_spelling_stands_beside_the_few_hits_of_what_was_typed(client, section, deliver) -> None:
    make_published("职业培训计划", section=section, body="<p>组织职工开展培训。</p>")
    make_published("村务公开目录", section=section)
    deliver()

    assert _answer(client, "工开") == ("公开", False, ["职业培训计划"])
    assert '您要找的是不是： <a href="/furong/search/?q=%E5%85%AC%E5%BC%80">公开</a>' in _screen(client, q="工开")
