"""A case's whole way: an applicant without JavaScript, the desk of a unit, the disclosure office, the annual report."""

from __future__ import annotations

import datetime as dt
import os

import pytest
from django.core.cache import cache
from django.urls import reverse
from playwright.sync_api import Page, expect

from cms.people.enums import Role
from plugins.contrib.requests.models import Case
from plugins.domain.switching import enable
from tests.browser.test_request_walk import answer, fill_in
from tests.factories.people import make_person
from tests.factories.tenancy import make_city, make_district, make_unit
from tests.factories.tree import make_home
from tests.plugins.requests.public.walking import PHONE

PICTURES = os.environ.get("CASE_PICTURES", "")
CELL = '[id="c.{}.{}.{}"]'


@pytest.fixture
def unit(transactional_db):
    cache.clear()
    district = make_district(city=make_city(name="样例市", slug="sample-city"), name="芙蓉区", slug="furong")
    make_home(district)
    for plugin in ("requests", "annual-report"):
        enable(plugin, district=district, user=None)
    return make_unit(district, name="区住房和城乡建设局", full_name="芙蓉区住房和城乡建设局", code="zjj")


@pytest.fixture
def plain(chromium, live_server, unit) -> Page:
    options = {"base_url": live_server.url, "locale": "zh-CN", "timezone_id": "Asia/Shanghai"}
    context = chromium.new_context(**options, java_script_enabled=False, viewport={"width": 375, "height": 800})
    yield context.new_page()
    context.close()


def apply(page: Page, folder) -> str:
    """The code that the receipt shows."""
    page.goto("/furong/requests/")
    page.get_by_role("link", name="芙蓉区住房和城乡建设局").click()
    fill_in(page, folder)
    page.locator("[name=phone]").fill(PHONE)
    page.get_by_role("button", name="下一步").click()
    answer(page)
    return page.locator(".requests-code").inner_text()


def correct(page: Page, code: str) -> None:
    page.goto("/furong/requests/status/")
    page.get_by_label("查询码").fill(code)
    page.get_by_label("电话或邮箱").fill(PHONE)
    page.get_by_role("button", name="查询").click()
    expect(page.get_by_text("请写明合同年份").first).to_be_visible()
    page.locator("textarea[name=text]").fill("2025年的合同")
    page.locator("form:has(textarea[name=text]) button").click()
    expect(page.get_by_role("status")).to_be_visible()


def open_case(desk: Page) -> None:
    desk.goto(reverse("requests-admin:queue") + "?state=all")
    desk.locator(".gk-queue tbody a").first.click()


def do(desk: Page, act: str, state: str, **given: str) -> None:
    """Open the act, fill it in, and see the state that it leads to."""
    open_case(desk)
    form = desk.locator(f"#act-{act}")
    form.locator("summary").click()
    for name, value in given.items():
        field = form.locator(f"[name={act}-{name}]")
        if field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    form.locator("button[type=submit]").click()
    expect(desk.locator(".gk-case__state")).to_have_text(state)


def take_pictures(desk: Page, name: str) -> None:
    if not PICTURES:
        return
    for width in (1280, 375):
        desk.set_viewport_size({"width": width, "height": 900})
        desk.screenshot(path=f"{PICTURES}/{name}-{width}.png", full_page=True)
    desk.set_viewport_size({"width": 1280, "height": 900})


def handle(desk: Page, office: Page) -> None:
    """From the correction to the decision."""
    do(desk, "accept", "已受理")
    do(desk, "ask_third_party", "征求第三方意见中", name="某工程公司")
    do(desk, "answer", "已受理", position="objects", reason="含商业秘密")
    do(office, "extend", "已受理（已延期）", days="10", reason="案情复杂")
    do(desk, "draft", "已受理（已延期）", outcome="partly", reasons="部分内容属商业秘密", basis="《条例》第三十七条")
    take_pictures(desk, "drafted")
    do(office, "decide", "已作出答复")
    do(desk, "serve", "已送达", way="post")
    do(desk, "close", "已办结")


def seek_remedy(desk: Page) -> None:
    do(desk, "remedy", "已办结", kind="reconsideration", organ="样例市人民政府")
    desk.locator("details:has-text('登记结果') summary").click()
    desk.locator("[name=result]").select_option("upheld")
    desk.locator("form:has([name=result]) button").click()
    expect(desk.locator(".messages .success")).to_be_visible()


def report(desk: Page, number: str) -> None:
    """The unit's report of the year counts the case where it belongs, and leads to it."""
    desk.goto(reverse("annual-report-admin:reports"))
    desk.locator("form[action*=begin] button").first.click()
    expect(desk.locator(CELL.format("requests", "new", "natural"))).to_have_value("1")
    expect(desk.locator(CELL.format("requests", "partly", "natural"))).to_have_value("1")
    expect(desk.locator(CELL.format("requests", "granted", "natural"))).to_have_value("0")
    expect(desk.locator(CELL.format("remedies", "reconsideration", "upheld"))).to_have_value("1")
    desk.locator(f"td:has({CELL.format('requests', 'partly', 'natural')}) a").click()
    desk.get_by_role("link", name="统计对象清单").or_(desk.locator(".gk-queue tbody a")).first.click()
    expect(desk.get_by_role("link", name=number).or_(desk.get_by_role("heading", name=number)).first).to_be_visible()


@pytest.mark.slow
def test_case_from_the_applicant_to_the_annual_report(plain, browser_of, unit, clock, tmp_path):
    officer = make_person(Role.REQUEST_OFFICER, "officer", unit=unit)
    head = make_person(Role.DISCLOSURE_OFFICE, "head", district=unit.district)
    clock.set(dt.date(2026, 3, 2))
    code = apply(plain, tmp_path)
    desk, office = browser_of(officer), browser_of(head)
    do(desk, "receive", "已收到", confirmed_on="2026-03-02")
    take_pictures(desk, "received")
    do(desk, "ask_correction", "待补正", items="请写明合同年份", period="5")
    clock.set(dt.date(2026, 3, 4))
    correct(plain, code)
    handle(desk, office)
    seek_remedy(desk)
    take_pictures(desk, "closed")
    clock.set(dt.date(2027, 1, 5))
    report(browser_of(officer), Case.objects.get().number)
