"""An applicant on a small screen without JavaScript: from the home to the receipt, to the state, to the withdrawal."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.core.cache import cache
from playwright.sync_api import Page

from plugins.contrib.requests.domain.submitting import renew_code
from plugins.contrib.requests.models import Case
from plugins.contrib.requests.protection.tracking import is_well_formed
from plugins.domain.switching import enable
from tests.browser.test_public_pages import overflow, violations
from tests.factories.tenancy import make_district, make_unit
from tests.factories.tree import make_home
from tests.plugins.requests.public.solving import solve
from tests.plugins.requests.public.walking import PERSONAL, PHONE

PICTURES = os.environ.get("H5_PICTURES", "")
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def district():
    cache.clear()
    district = make_district(name="芙蓉区", slug="furong")
    make_home(district)
    make_unit(district, name="区住房和城乡建设局", full_name="芙蓉区住房和城乡建设局", code="zjj")
    enable("requests", district=district, user=None)
    return district


@pytest.fixture
def plain(chromium, live_server, district) -> Page:
    options = {"base_url": live_server.url, "locale": "zh-CN", "timezone_id": "Asia/Shanghai"}
    context = chromium.new_context(**options, java_script_enabled=False, viewport={"width": 375, "height": 800})
    yield context.new_page()
    context.close()


def fill_in(page: Page, folder: Path) -> None:
    """The form, but for a phone number."""
    page.get_by_label("自然人").check()
    for name in ("name", "identity_number", "address", "features"):
        page.locator(f"[name={name}]").fill(PERSONAL[name])
    page.locator("[name=title]").fill("道路维修合同")
    page.locator("[name=delivery]").select_option("post")
    proof = folder / "身份说明.txt"
    proof.write_text("说明")
    page.locator("[name=attachments]").set_input_files(proof)


def answer(page: Page) -> None:
    """Read the question, wait as a person would, and send."""
    question = page.locator("label[for=id_answer]").inner_text()
    page.locator("[name=answer]").fill(solve(question))
    page.wait_for_timeout(3000)
    page.get_by_role("button", name="提交申请").click()


def test_applicant_without_javascript(plain, tmp_path) -> None:
    page = plain
    page.goto("/furong/requests/")
    page.get_by_role("link", name="芙蓉区住房和城乡建设局").click()
    fill_in(page, tmp_path)
    page.get_by_role("button", name="下一步").click()
    assert page.get_by_role("alert").inner_text().count("联系电话") == 1
    page.locator("[name=phone]").fill(PHONE)
    page.get_by_role("button", name="下一步").click()
    assert page.get_by_text("身份说明.txt").count() == 1
    answer(page)
    code = page.locator(".requests-code").inner_text()
    assert is_well_formed(code)
    assert page.locator(".requests-way a").get_attribute("href").endswith("/furong/requests/status/")
    page.goto("/furong/requests/status/")
    page.get_by_label("查询码").fill(code.lower().replace("-", " "))
    page.get_by_label("电话或邮箱").fill(PHONE)
    page.get_by_role("button", name="查询").click()
    assert page.get_by_role("heading", name="道路维修合同").count() == 1
    assert page.url.endswith("/furong/requests/status/")
    page.get_by_label("我确认撤回申请").check()
    page.get_by_role("button", name="撤回", exact=True).click()
    assert page.get_by_role("status").inner_text() == "申请已撤回。"
    case = Case.objects.get()
    assert (case.state, case.unit.code, case.files.count()) == ("withdrawn", "zjj", 1)


def screens(page: Page, code: str):
    """Every screen of an applicant, by name."""
    for name, path in {"entrance": "", "form": "apply/", "status": "status/"}.items():
        page.goto(f"/furong/requests/{path}")
        yield name
    page.goto("/requests/?q=住房")
    yield "city"
    page.goto("/furong/requests/apply/")
    page.get_by_role("button", name="下一步").click()
    yield "errors"
    fill_in(page, Path(code))
    page.locator("[name=phone]").fill(PHONE)
    page.get_by_role("button", name="下一步").click()
    yield "check"
    answer(page)
    yield "receipt"
    page.goto("/furong/requests/status/")
    page.get_by_label("查询码").fill(renew_code(case=Case.objects.first()))
    page.get_by_label("电话或邮箱").fill(PHONE)
    page.get_by_role("button", name="查询").click()
    yield "case"


@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(chromium, live_server, district, tmp_path, width) -> None:
    context = chromium.new_context(
        base_url=live_server.url, bypass_csp=True, locale="zh-CN", viewport={"width": width, "height": 800}
    )
    page, found = context.new_page(), {}
    for name in screens(page, str(tmp_path)):
        faults = [(one["id"], one["nodes"][0]["html"]) for one in violations(page)]
        found[name] = (faults, overflow(page))
        if PICTURES:
            page.screenshot(path=f"{PICTURES}/{name}-{width}.png", full_page=True)
    context.close()
    assert found == {name: ([], 0) for name in found}
    assert len(found) == 8
