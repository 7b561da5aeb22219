"""A case's whole way: an applicant without JavaScript, the desk of a unit, the disclosure office, the annual report."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest
from django.core.cache import cache
from django.urls import reverse
from playwright.sync_api import Page, expect

from cms.people.enums import Role
from plugins.contrib.requests.models import Case
from plugins.domain.switching import enable
from tests.browser.desk_screens import (
    add_file,
    approve_wording,
    do,
    downloaded,
    expect_refusal,
    letter_act,
    open_letter,
    parts_of,
    redact,
    text_of,
    write_letter,
)
from tests.browser.test_request_walk import answer, fill_in
from tests.factories.people import make_person
from tests.factories.tenancy import make_city, make_district, make_unit
from tests.factories.tree import make_home
from tests.plugins.requests.public.walking import PHONE
from tests.plugins.requests.redaction.files import NAME, full_pdf
from tests.plugins.requests.redaction.files import PHONE as NUMBER

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


def look_up(page: Page, code: str) -> None:
    page.goto("/furong/requests/status/")
    page.get_by_label("查询码").fill(code)
    page.get_by_label("电话或邮箱").fill(PHONE)
    page.get_by_role("button", name="查询").click()


def correct(page: Page, code: str) -> None:
    look_up(page, code)
    expect(page.get_by_text("请写明合同年份").first).to_be_visible()
    page.locator("textarea[name=text]").fill("2025年的合同")
    page.locator("form:has(textarea[name=text]) button").click()
    expect(page.get_by_role("status")).to_be_visible()


def take_pictures(desk: Page, name: str) -> None:
    if not PICTURES:
        return
    for width in (1280, 375):
        desk.set_viewport_size({"width": width, "height": 900})
        desk.screenshot(path=f"{PICTURES}/{name}-{width}.png", full_page=True)
    desk.set_viewport_size({"width": 1280, "height": 900})


def handle(desk: Page, office: Page, file: Path) -> None:
    """From the correction to the draft, with a copy of what is held without the words that are a third party's."""
    do(desk, "accept", "已受理")
    do(desk, "ask_third_party", "征求第三方意见中", name="某工程公司")
    do(desk, "answer", "已受理", position="objects", reason="含商业秘密")
    do(office, "extend", "已受理（已延期）", days="10", reason="案情复杂")
    add_file(desk, file)
    redact(desk, [NAME, NUMBER])
    do(desk, "draft", "已受理（已延期）", outcome="partly", reasons="部分内容属商业秘密", basis="《条例》第三十七条")
    take_pictures(desk, "drafted")


def decide(desk: Page, office: Page) -> str:
    """The letter is written, approved with the decision, and issued; returns what the files of the letter say."""
    expect_refusal(office, "decide", "文书“部分公开”尚未起草")
    write_letter(desk, "部分公开")
    open_letter(office, "decide")
    letter_act(office, "approve", "已批准")
    do(office, "decide", "已作出答复")
    expect_refusal(desk, "serve", "文书“部分公开”尚未发出")
    open_letter(desk, "serve")
    letter_act(desk, "issue", "已发出")
    word = downloaded(desk, desk.get_by_role("button", name="DOCX"))
    return text_of(downloaded(desk, desk.get_by_role("button", name="PDF"))) + parts_of(word)


def take_answer(page: Page, code: str) -> dict[str, bytes]:
    """What the applicant finds on the status page once it is served, by name."""
    look_up(page, code)
    buttons = page.locator(".requests-kept button")
    names = buttons.all_inner_texts()
    return {name: downloaded(page, buttons.nth(number)) for number, name in enumerate(names)}


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
    expect(desk.locator(".gk-queue tbody a")).to_have_text(number)


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
    held = tmp_path / "道路维修合同.pdf"
    held.write_bytes(full_pdf())
    approve_wording(office)
    handle(desk, office, held)
    letter = decide(desk, office)
    do(desk, "serve", "已送达", way="online")
    given = take_answer(plain, code)
    do(desk, "close", "已办结")
    seek_remedy(desk)
    take_pictures(desk, "closed")
    clock.set(dt.date(2027, 1, 5))
    report(browser_of(officer), Case.objects.get().number)
    copy = text_of(given["道路维修合同（已处理）.pdf"])
    assert ("住在青石街" in copy, NAME in copy, NUMBER in copy) == (True, False, False)
    assert ("公开复〔2026〕1号" in letter, "部分内容属商业秘密" in letter, NAME in letter) == (True, True, False)
