"""The search for machines."""

from __future__ import annotations

import pytest

from tests.factories.documents import make_policy_document
from tests.factories.pages import make_draft, make_published
from tests.search.acts import withdraw

pytestmark = pytest.mark.django_db
API = "/api/public/v1/search"


def found(client, **query) -> list[str]:
    return [item["title"]["text"] for item in client.get(API, query).json()["items"]]


@pytest.fixture
def enrolment(section, deliver):
    page = make_published("义务教育招生工作通知", section=section, body="<p>今年招生，继续就近入学。</p>")
    deliver()
    return page


def test_hit_says_where_the_word_stands(client, enrolment) -> None:
    item = client.get(API, {"q": "招生"}).json()["items"][0]

    assert (item["id"], item["unit"], item["unit_name"]) == (enrolment.pk, "furong/jyj", "区教育局")
    assert item["title"] == {"text": "义务教育招生工作通知", "marks": [[4, 6]]}
    assert item["snippets"] == [{"heading": "", "text": "今年招生，继续就近入学。", "marks": [[2, 4]]}]
    assert client.get(item["content_url"]).json()["title"] == "义务教育招生工作通知"


def test_counts_name_values_that_narrow(client, enrolment) -> None:
    facets = client.get(API, {"q": "招生"}).json()["facets"]

    assert facets["unit"] == [{"value": "furong/jyj", "label": "区教育局", "total": 1}]
    assert found(client, q="招生", unit="furong/jyj", district="furong") == ["义务教育招生工作通知"]
    assert found(client, q="招生", unit="furong/mzj") == []


def test_list_goes_on_at_next(client, section, deliver) -> None:
    for number in range(5):
        make_published(f"招生第{number}号", section=section)
    make_policy_document("招生办法", section=section)
    deliver()
    answer, titles = client.get(API, {"q": "招生", "size": 2, "sort": "oldest"}).json(), []
    while answer:
        titles += [item["title"]["text"] for item in answer["items"]]
        answer = answer["next"] and client.get(answer["next"]).json()

    assert sorted(titles) == sorted([*(f"招生第{number}号" for number in range(5)), "招生办法"])


@pytest.mark.parametrize(
    ("query", "name"),
    [({"cursor": "embedded.x"}, "cursor"), ({"cursor": "x"}, "cursor"), ({"district": "nowhere"}, "district")],
)
def test_what_names_nothing_is_refused(client, enrolment, query, name) -> None:
    response = client.get(API, {"q": "招生", **query})

    assert (response.status_code, response.json()["errors"][0]["loc"]) == (422, ["query", name])


def test_nothing_that_is_not_public_is_found_or_counted(client, section, enrolment, deliver) -> None:
    make_draft("金丝雀招生草稿", section=section)
    withdraw(enrolment)
    late = client.get(API, {"q": "招生"}).json()
    deliver()
    answer = client.get(API, {"q": "招生"}).json()

    assert (late["items"], late["total"]) == ([], 0)
    assert (answer["items"], answer["total"], answer["facets"]["unit"]) == ([], 0, [])


def test_search_that_rests_is_said(client, settings, enrolment) -> None:
    settings.SEARCH_ENGINE = ""
    response = client.get(API, {"q": "招生"})

    assert (response.status_code, response["Content-Type"]) == (503, "application/problem+json")
