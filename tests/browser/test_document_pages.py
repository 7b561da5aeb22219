"""The pages of a document in a browser: the content policy has nothing to say, and nothing needs JavaScript."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.factories.documents import document_section, make_policy_document
from tests.factories.pages import make_changed_draft, publish

BODY = (
    "<h2>第一章　总则</h2><p>第一条　甲甲甲。</p>"
    + "<p>中间的段落。</p>" * 40
    + "<h2>第二章　附则</h2><p>第二条　乙乙乙。</p>"
)


@pytest.fixture
def document(transactional_db):
    page = make_policy_document(section=document_section(), effective_on=dt.date(2020, 1, 1), body=BODY)
    return publish(make_changed_draft(page, body=BODY.replace("乙乙乙", "丙丙丙")))


@pytest.mark.parametrize("part", ["", "force/?on=2021-01-01", "editions/"])
def test_browser_has_no_complaints(page, complaints, document, part) -> None:
    page.goto(document.get_url() + part)
    assert page.locator("h1").count() == 1
    assert complaints == []


def test_article_is_where_its_link_leads(page, document) -> None:
    page.goto(document.get_url())
    page.locator(".contents a", has_text="第二条").click()
    assert page.url.endswith("#article-2")
    assert 0 <= page.locator("#article-2").bounding_box()["y"] < page.viewport_size["height"]


def test_timeline_is_drawn(page, document) -> None:
    page.goto(document.get_url())
    bars = [bar.bounding_box() for bar in page.locator(".timeline__bar").all()]
    assert [bar["x"] + bar["width"] for bar in bars[:-1]] == pytest.approx([bar["x"] for bar in bars[1:]], abs=2)
    assert min(bar["width"] for bar in bars) > 20


def test_question_and_comparison_are_plain_forms(chromium, live_server, document) -> None:
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{document.get_url()}force/")
    page.fill("input[name=on]", "2019-12-31")
    page.locator("article button").click()
    assert page.locator(".answer .force").text_content() == "尚未施行"
    page.goto(f"{document.get_url()}editions/")
    page.locator("article button").click()
    assert "old=1&new=2" in page.url
    assert page.locator(".redline ins").count() == 1
    context.close()
