"""The search as people use it: by keyboard, with an input method, on a small screen, and without JavaScript."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from disclosure_pages.public.enums import ReadingMode
from disclosure_pages.public.rules import READING_COOKIE
from search.outbox.work import work
from tests.factories.documents import make_policy_document
from tests.factories.pages import make_published
from tests.factories.tenancy import make_district, make_unit
from tests.factories.tree import make_column, make_section
from tests.search.public.installed import embedded_engine

OLD, NEW = "芙蓉区学生资助暂行办法", "芙蓉区学生资助办法"
NEWS = "各中小学校陆续启动学生资助政策宣传周"
PHONE = {"width": 375, "height": 720}


@pytest.fixture
def library(transactional_db, settings, tmp_path) -> Iterator[Any]:
    """A document that another one repeals, and an article, of two units; and another district."""
    district = make_district(slug="furong", name="芙蓉区")
    bureau = make_unit(district, name="区教育局", code="jyj")
    section = make_section(column=make_column("行政规范性文件", district=district), unit=bureau)
    beside = make_section(column=make_column("工作动态", district=district), unit=make_unit(district, name="区政府办"))
    with embedded_engine(settings, tmp_path):
        old = make_policy_document(OLD, section=section, effective_on=dt.date(2020, 1, 1), body="<p>资助学生。</p>")
        row = {"kind": "replaces", "target": old}
        make_policy_document(NEW, section=section, effective_on=dt.date(2024, 3, 1), relations=[row])
        make_published(NEWS, section=beside, body="<p>宣传学生资助。</p>")
        make_district(slug="yuhua", name="雨花区", city=district.city)
        work()
        yield district


@pytest.fixture
def plain_page(chromium: Browser, live_server) -> Iterator[Page]:
    """A phone whose browser runs no JavaScript."""
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False, viewport=PHONE)
    yield context.new_page()
    context.close()


def box(page: Page) -> Locator:
    return page.locator("[data-suggestions]").first


def options(page: Page) -> Locator:
    return page.get_by_role("listbox").first.get_by_role("option")


def hits(page: Page) -> list[str]:
    return page.locator(".hit__title").all_inner_texts()


def chosen(page: Page) -> str | None:
    """The title that the keyboard stands on."""
    return page.evaluate(
        "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.textContent ?? null"
    )


def test_suggestion_is_chosen_by_keyboard_and_leads_to_the_document(page, library, complaints) -> None:
    page.goto("/furong/")
    box(page).press_sequentially("学生资助")
    expect(options(page)).to_have_text([NEW, OLD, NEWS])
    expect(page.get_by_role("status").first).to_have_text("3 条联想结果")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/furong/search/?q=*")
    page.locator(".hit__title a").first.click()

    assert page.locator("h1").inner_text() == NEW
    assert complaints == []


def test_keys_walk_through_the_suggestions(page, library) -> None:
    page.goto("/furong/search/")
    box(page).press_sequentially("学生")
    expect(options(page)).to_have_count(3)
    walked = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp", "Home"):
        page.keyboard.press(key)
        walked.append(chosen(page))
    assert walked == [NEW, OLD, NEW, None, NEWS, None]
    assert page.evaluate("document.activeElement.selectionStart") == 0


def test_escape_closes_the_list_and_keeps_the_words(page, library) -> None:
    page.goto("/furong/search/")
    box(page).press_sequentially("学生")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    assert (box(page).input_value(), options(page).count()) == ("学生", 0)
    page.keyboard.press("ArrowDown")
    assert chosen(page) == NEW
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_have_count(0)


def test_suggestion_is_chosen_by_pointer(page, library) -> None:
    page.goto("/furong/search/")
    box(page).press_sequentially("zizhu")
    options(page).get_by_text(OLD).click()
    page.wait_for_url("**/furong/search/?q=*")
    assert (box(page).input_value(), hits(page)[0]) == (OLD, OLD)


def test_suggestion_is_chosen_by_touch(chromium, live_server, library) -> None:
    context = chromium.new_context(base_url=live_server.url, viewport=PHONE, has_touch=True)
    page = context.new_page()
    page.goto("/furong/library/")
    field = page.get_by_role("main").get_by_role("combobox", name="搜索政策文件")
    field.tap()
    field.fill("学生")
    titles = page.locator("main .suggestions__title")
    expect(titles).to_have_text([NEW, OLD])
    titles.last.tap()
    page.wait_for_url("**type=policydocument*")
    assert hits(page)[0] == OLD
    context.close()


def test_nothing_is_asked_while_an_input_method_composes(page, library) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "suggestions.json" in request.url else None)
    page.goto("/furong/search/")
    box(page).focus()
    client = page.context.new_cdp_session(page)
    client.send("Input.imeSetComposition", {"text": "xue'sheng", "selectionStart": 9, "selectionEnd": 9})
    page.evaluate("document.querySelector('[data-suggestions]').form.requestSubmit()")
    page.wait_for_timeout(500)
    assert (asked, page.url.endswith("/furong/search/")) == ([], True)
    client.send("Input.insertText", {"text": "学生"})
    expect(options(page)).to_have_count(3)
    assert len(asked) == 1


def test_only_the_last_question_is_shown(page, library) -> None:
    page.goto("/furong/search/")
    page.route("**/suggestions.json?q=%E5%AD%A6", lambda route: None)  # never answered
    box(page).fill("学")
    page.wait_for_timeout(300)
    box(page).fill("暂行")
    expect(options(page)).to_have_text([OLD])
    box(page).fill(" ")
    expect(page.get_by_role("listbox")).to_have_count(0)


@pytest.mark.parametrize("with_javascript", [True, False])
def test_hits_are_narrowed_and_widened(page, plain_page, library, with_javascript) -> None:
    page = page if with_javascript else plain_page
    page.goto("/furong/")
    box(page).fill("学生资助")
    box(page).press("Enter")
    page.wait_for_url("**/search/?q=*")
    assert sorted(hits(page)) == sorted([NEW, OLD, NEWS])
    page.get_by_role("link", name="区教育局").click()
    page.wait_for_url("**unit=*")
    assert sorted(hits(page)) == sorted([NEW, OLD])
    page.get_by_label("只看现行有效").check()
    page.get_by_role("button", name="搜索").click()
    page.wait_for_url("**in_force=1*")
    assert hits(page) == [NEW]
    page.locator(".chip", has_text="区教育局").click()
    page.wait_for_function("!location.search.includes('unit')")
    assert sorted(hits(page)) == sorted([NEW, NEWS])
    page.get_by_role("link", name=NEW).click()
    assert page.locator("h1").inner_text() == NEW


@pytest.mark.parametrize("mode", ReadingMode.values)
def test_box_takes_no_more_than_its_place_on_a_phone(page, library, live_server, mode) -> None:
    page.set_viewport_size(PHONE)
    page.context.add_cookies([{"name": READING_COOKIE, "value": mode, "url": live_server.url}])
    wide = {}
    for address in ADDRESSES:
        page.goto(address)
        box(page).fill("学生")
        expect(options(page)).to_have_count(3)
        wide[address] = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide == dict.fromkeys(ADDRESSES, 0)


ADDRESSES = ("/furong/", "/furong/library/", "/furong/search/", "/search/?q=学生资助&in_force=1", "/search/?q=飞船")


@pytest.mark.parametrize("mode", ReadingMode.values)
def test_axe_finds_nothing(chromium, library, live_server, mode) -> None:
    context = chromium.new_context(base_url=live_server.url, bypass_csp=True, viewport=PHONE)
    context.add_cookies([{"name": READING_COOKIE, "value": mode, "url": live_server.url}])
    page, found = context.new_page(), {}
    for address in ADDRESSES:
        page.goto(address)
        box(page).fill("学生")
        expect(options(page)).to_have_count(3)
        page.keyboard.press("ArrowDown")
        violations = Axe().run(page).response["violations"]
        found[address] = [(one["id"], one["nodes"][0]["html"]) for one in violations]
    context.close()
    assert found == {address: [] for address in ADDRESSES}
