"""Every kind of page has a template that shows its parts."""

from __future__ import annotations

import datetime as dt
from copy import deepcopy
from typing import Any

import pytest

from disclosure_pages.pages.models import (
    AgendaItem,
    Decision,
    DisclosedItem,
    DisclosureOffice,
    EnterpriseProfile,
    GuidePage,
    Head,
    InnerOffice,
    InstitutionProfile,
    MeetingPage,
    Rule,
    SystemPage,
)
from disclosure_pages.tree.models import DisclosurePage
from tests.disclosure_pages.public.markup import markup_errors, soup_of
from tests.factories.pages import make_draft, make_published
from tests.factories.tree import make_column, make_section

pytestmark = pytest.mark.django_db

DAY = dt.date(2026, 3, 1)
KINDS: dict[type[DisclosurePage], dict[str, Any]] = {
    GuidePage: {
        "issued_on": DAY,
        "scope": "<p>公开范围甲</p>",
        "forms": "<p>公开形式乙</p>",
        "how_to_request": "<p>申请方法丙</p>",
        "supervision": "<p>监督方式丁</p>",
        "offices": [DisclosureOffice(name="公开办戊", address="地址己", hours="9:00", phone="0731-12345678")],
    },
    SystemPage: {
        "introduction": "<p>制度说明甲</p>",
        "rules": [Rule(title="制度乙", document_number="〔2026〕3号", issued_on=DAY, summary="摘要丙")],
    },
    InstitutionProfile: {
        "duties": "<p>职能甲</p>",
        "address": "地址乙",
        "hours": "工作日",
        "phone": "0731-12345678",
        "website": "https://example.org/",
        "heads": [Head(name="张某丙", post="局长丁", portfolio="主持戊")],
        "inner_offices": [InnerOffice(name="办公室己", duties="运转庚")],
    },
    EnterpriseProfile: {
        "service": "education",
        "regulator": "主管甲",
        "introduction": "<p>简介乙</p>",
        "address": "地址丙",
        "phone": "0731-12345678",
        "items": [DisclosedItem(title="事项丁", content="内容戊"), DisclosedItem(title="己", link="https://e.org/x")],
    },
    MeetingPage: {
        "number": "第五届第23次",
        "held_on": DAY,
        "place": "会议室甲",
        "summary": "<p>会议乙</p>",
        "agenda": [AgendaItem(title="议题丙", reported_by="某局丁")],
        "decisions": [Decision(text="决定戊")],
        "interpretation_title": "解读己",
        "interpretation_link": "https://example.org/jiedu",
    },
}


def shown_texts(fields: dict[str, Any]) -> list[str]:
    """Every text that a reader should find on the page."""
    rows = [row for value in fields.values() if isinstance(value, list) for row in value]
    texts = [value for value in fields.values() if isinstance(value, str)]
    for row in rows:
        texts += [value for name, value in vars(row).items() if isinstance(value, str) and not name.startswith("_")]
    return [text.removeprefix("<p>").removesuffix("</p>") for text in texts if text and text != "education"]


def place_for(kind: type[DisclosurePage]):
    return make_section(column=make_column(purpose=next(iter(kind.purposes))))


@pytest.mark.parametrize("kind", KINDS)
def test_kind_shows_all_its_parts(visitor, kind) -> None:
    expected = shown_texts(KINDS[kind])
    page = make_published("页面标题", section=place_for(kind), kind=kind, **deepcopy(KINDS[kind]))
    response = visitor.get(page.get_url())
    html = response.content.decode()
    assert [text for text in expected if text not in html] == []
    assert soup_of(response).h1.text == "页面标题"
    assert markup_errors(response) == []


@pytest.mark.parametrize("kind", KINDS)
def test_kind_without_anything_still_renders(client, kind) -> None:
    draft = make_draft("页面标题", section=place_for(kind), kind=kind)
    response = draft.make_preview_request(None, "")
    assert response.status_code == 200
    assert soup_of(response).h1.text == "页面标题"
