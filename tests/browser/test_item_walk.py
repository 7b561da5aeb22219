"""A field's way from the city's assignment to the public catalogue, by a district's office and a city's auditor."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from cms.people.enums import Role
from cms.people.models import User
from cms.tenancy.models import District
from plugins.contrib.item_catalogue.models import Assignment
from plugins.domain.switching import enable
from tests.browser.screens import fill_day
from tests.factories.people import make_person
from tests.factories.tenancy import make_city, make_district
from tests.factories.tree import make_home

ITEM = "养老机构名录"
REASON = "请写明联系电话"
DAYS = {"draft_due": "2027-03-10", "audit_due": "2027-03-20", "adapt_due": "2027-04-10", "publish_due": "2027-04-20"}


@pytest.fixture
def district() -> District:
    district = make_district(city=make_city(name="长沙市", slug="changsha"), name="芙蓉区", slug="furong")
    make_home(district)
    enable("item-catalogue", district=district, user=None)
    return district


def assign(desk: Page) -> None:
    """From the empty cell of the board."""
    desk.goto(reverse("item-catalogue-admin:board"))
    desk.get_by_role("link", name="下达 养老服务 · 芙蓉区").click()
    for name, day in DAYS.items():
        fill_day(desk, name, day)
    desk.locator("form.gk-form button[type=submit]").click()
    expect(desk.locator(".messages .success")).to_contain_text("养老服务")


def draft(desk: Page) -> None:
    """From the pile on the desk: a new item."""
    desk.goto("/admin/")
    desk.get_by_role("link", name="养老服务 · 芙蓉区").click()
    desk.get_by_role("link", name="新增事项").first.click()
    for name, text in {"first": "养老机构", "second": ITEM, "content": "机构名称、地址", "body": "区民政局"}.items():
        desk.fill(f"#id_{name}", text)
    desk.fill("#id_limit", "信息形成之日起20个工作日内")
    desk.get_by_label("政府网站", exact=True).check()
    desk.get_by_label("主动", exact=True).check()
    save(desk)
    press(desk, "报送市级")
    expect(desk.locator(".gk-badge")).to_have_text("已报送")


def save(desk: Page) -> None:
    desk.locator("form.gk-form button[type=submit]").click()
    expect(desk.get_by_role("heading", name="可办理")).to_be_visible()


def press(desk: Page, name: str) -> None:
    desk.get_by_role("button", name=name, exact=True).click()


def open_item(desk: Page) -> None:
    desk.goto(reverse("item-catalogue-admin:assignment", args=[Assignment.objects.get().pk]))
    desk.get_by_role("link", name=ITEM).click()


def audit_and_return(desk: Page) -> None:
    """A wording is suggested, and the item returned with a reason."""
    open_item(desk)
    limit = desk.locator("details.gk-suggest", has_text="公开时限")
    limit.locator("summary").click()
    limit.locator("textarea").fill("信息形成之日起3个工作日内")
    limit.get_by_role("button").click()
    expect(desk.locator(".gk-diff ins")).to_have_text("3")
    desk.fill("#reason", REASON)
    press(desk, "退回")
    expect(desk.locator(".gk-badge")).to_have_text("已退回")


def mend(desk: Page) -> None:
    """The wording is taken over, the rest is written, and the item submitted again."""
    open_item(desk)
    expect(desk.get_by_text(REASON).first).to_be_visible()
    press(desk, "采纳")
    desk.get_by_role("link", name="编辑", exact=True).click()
    expect(desk.locator("#id_limit")).to_have_value("信息形成之日起3个工作日内")
    desk.fill("#id_content", "机构名称、地址、联系电话")
    save(desk)
    press(desk, "报送市级")


def accept(desk: Page, state: str) -> None:
    """By ticking it in the list."""
    desk.goto(reverse("item-catalogue-admin:assignment", args=[Assignment.objects.get().pk]))
    desk.get_by_label(ITEM).check()
    press(desk, "通过")
    expect(desk.locator(".gk-items .gk-badge")).to_have_text(state)


def settle(desk: Page) -> None:
    desk.get_by_role("link", name="该领域的共性要素").click()
    desk.locator("form.gk-form button[type=submit]").click()
    expect(desk.locator(".gk-items .gk-badge")).to_have_text("细化中")


def adapt(desk: Page) -> None:
    """What the city fixed cannot be written; what is the district's own can."""
    open_item(desk)
    desk.get_by_role("link", name="编辑", exact=True).click()
    expect(desk.locator("#id_content")).to_be_disabled()
    desk.fill("#id_body", "芙蓉区民政局")
    save(desk)
    press(desk, "报送市级")


def publish(desk: Page) -> None:
    desk.goto(reverse("item-catalogue-admin:assignment", args=[Assignment.objects.get().pk]))
    desk.fill("#effective-from", timezone.localdate().isoformat())
    press(desk, "发布")
    desk.wait_for_url("**/plug-ins/item-catalogue/")


def test_field_goes_from_the_city_to_the_public(
    district: District, browser_of: Callable[[User], Page], page: Page
) -> None:
    office = browser_of(make_person(Role.DISCLOSURE_OFFICE, "chen", district=district))
    city = browser_of(make_person(Role.CITY_AUDITOR, "wang", city=district.city))
    address = "/furong/item-catalogue/elderly-care/"

    assign(city)
    draft(office)
    audit_and_return(city)
    mend(office)
    accept(city, "已通过")
    settle(city)
    adapt(office)
    response = page.goto(address)
    assert response
    assert response.status == 404
    accept(city, "已核准")
    publish(office)

    page.goto(address)
    for text in (ITEM, "机构名称、地址、联系电话", "信息形成之日起3个工作日内", "芙蓉区民政局"):
        expect(page.get_by_text(text, exact=True).first).to_be_visible()
