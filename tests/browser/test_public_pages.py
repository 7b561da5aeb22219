"""Public pages as people meet them: on a small screen, by keyboard, in large type, and without JavaScript."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.public.enums import ReadingMode
from disclosure_pages.public.rules import READING_COOKIE
from disclosure_pages.tree.enums import ColumnPurpose
from disclosure_pages.tree.models import DisclosurePage, Section
from tests.factories.documents import make_policy_document
from tests.factories.pages import make_changed_draft, make_published, publish
from tests.factories.tenancy import make_district, make_unit
from tests.factories.tree import make_column, make_section

LONG = "关于进一步加强和改进新时代中小学校园食品安全管理工作若干措施的公告（第一百二十八号）"
BODY = "<h2>一、总则</h2><p>正文。</p><p>https://example.org/a-very-long-address-without-any-place-to-break-it</p>"
DOCUMENT_BODY = "<h2>第一章　总则</h2><p>第一条　为了样例。</p><h2>第二章　附则</h2><p>第二条　自公布之日起施行。</p>"


def document_at(part: str) -> Callable[[DisclosurePage], str]:
    """Address of a part of the document that was repealed."""
    return lambda article: PolicyDocument.objects.get(title=REPEALED).get_url() + part


REPEALED = f"样区{LONG}的暂行办法"
PLACES: dict[str, Callable[[DisclosurePage], str]] = {
    "city": lambda article: "/",
    "district": lambda article: f"/{article.district.slug}/",
    "branch": lambda article: article.column.get_parent().get_url(),
    "column": lambda article: article.column.get_url(),
    "article": lambda article: article.get_url(),
    "document": document_at(""),
    "force": document_at("force/?on=2024-01-01&known=2099-01-01"),
    "editions": document_at("editions/"),
    "404": lambda article: f"/{article.district.slug}/nowhere/",
}


@pytest.fixture
def article(transactional_db) -> Any:
    district = make_district(slug="furong", government_name="芙蓉区人民政府")
    branch = make_column("法定主动公开内容", district=district, purpose=ColumnPurpose.STATUTORY)
    unit = make_unit(district, name="区行政审批服务和数据资源管理中心")
    section = make_section(column=make_column("重大民生信息", parent=branch, numbering="12."), unit=unit)
    make_published(section=section)
    make_documents(section)
    return make_published(LONG, section=section, body=BODY)


def make_documents(beside: Section) -> None:
    """A document with two editions, and another one that repeals it."""
    column = make_column("行政规范性文件", parent=beside.get_parent().get_parent())
    section = make_section(column=column, unit=beside.unit)
    start, end = dt.date(2020, 1, 1), dt.date(2024, 3, 1)
    old = make_policy_document(REPEALED, section=section, effective_on=start, body=DOCUMENT_BODY)
    publish(make_changed_draft(old, body=DOCUMENT_BODY.replace("样例", "示例")))
    make_policy_document(section=section, effective_on=end, relations=[{"kind": "replaces", "target": old}])


@pytest.fixture
def plain_page(chromium: Browser, live_server) -> Iterator[Page]:
    """A small screen whose browser runs no JavaScript."""
    context = chromium.new_context(
        base_url=live_server.url, java_script_enabled=False, viewport={"width": 320, "height": 700}
    )
    yield context.new_page()
    context.close()


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the screen."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


@pytest.mark.parametrize("mode", ReadingMode.values)
def test_nothing_scrolls_sideways_at_320_px(page, article, live_server, mode) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.context.add_cookies([{"name": READING_COOKIE, "value": mode, "url": live_server.url}])
    wide = {}
    for name, place in PLACES.items():
        page.goto(place(article))
        wide[name] = overflow(page)
    assert wide == dict.fromkeys(PLACES, 0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("mode", ReadingMode.values)
def test_axe_finds_nothing(chromium, article, live_server, mode, scheme) -> None:
    # The content policy of public pages would keep axe itself out.
    context = chromium.new_context(base_url=live_server.url, color_scheme=scheme, bypass_csp=True)
    context.add_cookies([{"name": READING_COOKIE, "value": mode, "url": live_server.url}])
    page, found = context.new_page(), {}
    for name, place in PLACES.items():
        page.goto(place(article))
        found[name] = [(violation["id"], violation["nodes"][0]["html"]) for violation in violations(page)]
    context.close()
    assert found == {name: [] for name in PLACES}


def violations(page: Page) -> list[dict[str, Any]]:
    """What axe objects to, whatever its weight."""
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    return found


def test_first_tab_leads_past_the_frame(page, article) -> None:
    page.goto(article.get_url())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    assert page.locator(".skip-link").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_keyboard_order_is_reading_order(page, article) -> None:
    page.goto(article.get_url())
    expected = page.evaluate(
        "[...document.querySelectorAll('a[href], button, select, summary, input:not([type=hidden])')]"
        ".map(element => element.textContent.trim())"
    )
    reached = []
    for _ in expected:
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent.trim()"))
    assert reached == expected


def test_reading_mode_and_filters_work_without_javascript(plain_page, article) -> None:
    plain_page.goto(article.column.get_url())
    plain_page.locator("select[name=year]").select_option(str(article.published_on.year))
    plain_page.locator("form.filters button").click()
    assert f"year={article.published_on.year}" in plain_page.url
    asked = plain_page.url
    plain_page.locator("button[value=elder]").click()
    assert plain_page.locator("html").get_attribute("data-reading") == "elder"
    assert plain_page.url == asked.replace("unit=&", "").replace("&size=20", "")


def test_large_type_is_larger(plain_page, article) -> None:
    plain_page.goto(article.get_url())
    before = plain_page.locator(".prose").bounding_box()["height"]
    plain_page.locator("button[value=elder]").click()
    assert plain_page.locator(".prose").bounding_box()["height"] > 1.2 * before
