"""An article's way from the editor's desk to the public page, by three people in three browsers."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from cms.people.enums import Role
from disclosure_pages.clearance.domain.verifying import find_breaches
from disclosure_pages.clearance.models import Clearance
from disclosure_pages.tree.models import DisclosurePage, Section
from tests.browser.screens import (
    approve,
    decide,
    fill_day,
    open_review,
    press_submit,
    rule_proactive,
    submit,
    type_text,
)
from tests.factories.people import make_editor, make_moderator, make_person
from tests.factories.tenancy import make_city, make_district, make_unit
from tests.factories.tree import make_column, make_section

TITLE = "2026年秋季招生公告"
TEXT = "报名时间为6月10日至6月20日。"
DAY = "2026-06-01"
BASIS = "《政府信息公开条例》第二十一条"


@pytest.fixture
def section() -> Section:
    district = make_district(city=make_city(name="长沙市", slug="changsha"), name="芙蓉区", slug="furong")
    unit = make_unit(district, name="区教育局", code="jyj")
    return make_section(column=make_column("教育信息", district=district), unit=unit)


def write(page: Page, section: Section) -> None:
    """From the desk: the column that is empty, the kind of page, the text."""
    page.click(f"a[href='{reverse('wagtailadmin_pages:add_subpage', args=[section.pk])}']")
    article = reverse("wagtailadmin_pages:add", args=["gongkai_pages", "article", section.pk])
    if not page.url.endswith(article):  # a column that takes one kind of page leads straight to its form
        page.click(f"a[href^='{article}']")
    page.fill("#id_title", TITLE)
    type_text(page, TEXT)


def submit_without_day_and_mend(page: Page) -> None:
    """What is missing is said at its field; what was typed is still there."""
    press_submit(page)
    expect(page.locator("[data-contentpath=formed_on] .error-message")).to_be_visible()
    expect(page.locator("#id_title")).to_have_value(TITLE)
    expect(page.locator("[data-contentpath=body] .public-DraftEditor-content")).to_contain_text(TEXT)
    fill_day(page, "formed_on", DAY)
    submit(page)


def test_article_passes_two_reviews_by_two_people_and_is_public(section: Section, browser_of, page: Page) -> None:
    unit = section.unit
    editor, moderator = make_editor(unit, "chen"), make_moderator(unit, "li")
    reviewer = make_person(Role.CONFIDENTIALITY_REVIEWER, "wang", district=unit.district)

    desk = browser_of(editor)
    write(desk, section)
    submit_without_day_and_mend(desk)
    assert not DisclosurePage.objects.public().exists()

    first = browser_of(moderator)
    open_review(first, TITLE, text=TEXT)
    approve(first)
    assert not DisclosurePage.objects.public().exists()

    second = browser_of(reviewer)
    open_review(second, TITLE, text=TEXT)
    decide(second, "approved")
    expect(second.locator(".error-message").first).to_be_visible()  # nothing was filled in yet
    rule_proactive(second, basis=BASIS)
    approve(second)

    published = DisclosurePage.objects.public().get()
    assert page.goto(published.get_url()).ok
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(page.get_by_text(TEXT)).to_be_visible()
    reviewers = set(Clearance.objects.get().reviews.values_list("reviewer__username", flat=True))
    assert reviewers == {"li", "wang"}
    assert not list(find_breaches())


def test_returned_article_comes_back_to_its_author_with_the_reason(section: Section, browser_of) -> None:
    editor, moderator = make_editor(section.unit, "chen"), make_moderator(section.unit, "li")
    desk = browser_of(editor)
    write(desk, section)
    submit_without_day_and_mend(desk)

    review = browser_of(moderator)
    open_review(review, TITLE, text=TEXT)
    review.fill("textarea[name=comment]", "请写明招生对象")
    decide(review, "returned")
    review.wait_for_url("**/admin/")

    desk.goto("/admin/")
    expect(desk.get_by_text("请写明招生对象")).to_be_visible()
    desk.locator("#returned-section").get_by_role("link", name=TITLE).click()
    submit(desk)
    review.goto("/admin/")
    expect(review.locator("#waiting-section").get_by_role("link", name=TITLE)).to_be_visible()
