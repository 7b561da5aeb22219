"""The hits of a question as files and as a feed."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

import pytest
from defusedxml.ElementTree import fromstring
from openpyxl import load_workbook

from tests.disclosure_pages.public.markup import soup_of
from tests.factories.documents import make_policy_document
from tests.factories.pages import make_draft, make_published
from tests.search.acts import withdraw

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
PARTS = ("hits.csv", "hits.xlsx", "atom.xml")


@pytest.fixture
def document(section, deliver):
    page = make_policy_document("招生办法", section=section, number="样教发〔2026〕3号")
    make_published("=1+1 招生问答", section=section)
    make_published("别的通知", section=section)
    deliver()
    return page


def text_of(response) -> str:
    content = b"".join(response)
    if not response["Content-Type"].endswith("sheet"):
        return content.decode()
    return repr(list(load_workbook(BytesIO(content)).active.values))


def csv_rows(response) -> list[list[str]]:
    return list(csv.reader(StringIO(b"".join(response).decode("utf-8-sig"))))


def test_csv_holds_the_hits(client, document) -> None:
    heads, *rows = csv_rows(client.get("/furong/search/hits.csv", {"q": "招生", "kind": "other"}))

    assert heads[:2] == ["标题", "发文字号"]
    assert [(row[0], row[1], row[-1]) for row in rows] == [
        ("招生办法", "样教发〔2026〕3号", f"http://testserver{document.get_url()}")
    ]


def test_titles_are_no_formulas(client, document) -> None:
    rows = csv_rows(client.get("/furong/search/hits.csv", {"q": "招生问答"}))

    assert rows[1][0] == "'=1+1 招生问答"


def test_workbook_holds_more_than_a_page(client, section, deliver) -> None:
    for number in range(21):
        make_published(f"招生第{number}号", section=section)
    deliver()
    sheet = load_workbook(BytesIO(client.get("/furong/search/hits.xlsx", {"q": "招生"}).content)).active

    assert sheet.max_row == 22


def test_feed_tells_the_newest_hits(client, document) -> None:
    feed = fromstring(client.get("/furong/search/atom.xml", {"q": "招生办法"}).content)

    assert [title.text for title in feed.iter(f"{ATOM}title")][1:] == ["招生办法"]
    assert "招生办法" in feed.find(f"{ATOM}title").text


def test_screen_leads_to_them(client, document) -> None:
    soup = soup_of(client.get("/furong/search/", {"q": "招生"}))

    assert [client.get(link["href"]).status_code for link in soup.select(".found__hits > .listing__tools a")] == [
        200
    ] * 3


@pytest.mark.parametrize("part", PARTS)
def test_nothing_that_is_not_public_is_told(client, section, document, part) -> None:
    make_draft("招生金丝雀", section=section)
    withdraw(document)
    told = text_of(client.get(f"/furong/search/{part}", {"q": "招生"}))

    assert ("招生问答" in told, "金丝雀" in told, "招生办法" in told) == (True, False, False)


@pytest.mark.parametrize("part", PARTS)
def test_without_a_question_or_an_engine_there_is_none(client, settings, document, part) -> None:
    assert client.get(f"/furong/search/{part}").status_code == 404
    settings.SEARCH_ENGINE = ""
    assert client.get(f"/furong/search/{part}", {"q": "招生"}).status_code == 503
