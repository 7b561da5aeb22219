"""A normative document from the draft to its repeal, by five people: proposals, reviews, publication, force by day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from cms.people.enums import Role
from cms.people.models import User
from disclosure_pages.clearance.domain.verifying import find_breaches
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.tree.models import DisclosurePage, Section
from tests.browser.clock import Clock
from tests.browser.screens import (
    approve,
    check_all,
    fill_day,
    open_review,
    paste_text,
    rewrite_text,
    rule_proactive,
    save_draft,
    submit,
)
from tests.factories.documents import make_policy_document
from tests.factories.people import make_editor, make_moderator, make_person
from tests.factories.tenancy import make_city, make_district, make_unit
from tests.factories.tree import make_column, make_section

BrowserOf = Callable[[User], Page]

TITLE = "芙蓉区社区食堂管理办法"
NUMBER = "芙政发〔2026〕8号"
EXPLAINED = f"《{TITLE}》解读"
OLD_TITLE, OLD_NUMBER = "芙蓉区老年助餐点管理办法", "芙政发〔2016〕21号"
NEXT_TITLE, NEXT_NUMBER = "芙蓉区社区食堂管理条例实施意见", "芙政发〔2026〕12号"
PUBLISHED, REPEALED = dt.date(2026, 6, 10), dt.date(2026, 9, 1)
FIRST = "为了让居民就近用餐，制定本办法。"
TEXT = f"""第一条　{FIRST}
第二条　本办法自2026年6月10日起施行，有效期5年。《{OLD_TITLE}》（{OLD_NUMBER}）同时废止。"""
EXPLANATION = "社区食堂有了统一的补助标准。"
BASIS = "《政府信息公开条例》第二十条"


@pytest.fixture
def section() -> Section:
    district = make_district(city=make_city(name="长沙市", slug="changsha"), name="芙蓉区", slug="furong")
    unit = make_unit(district, name="区民政局", code="mzj")
    return make_section(column=make_column("行政规范性文件", district=district, purpose="statutory"), unit=unit)


@pytest.fixture
def people(section: Section) -> SimpleNamespace:
    unit, district = section.unit, section.unit.district
    return SimpleNamespace(
        editor=make_editor(unit, "chen"),
        moderator=make_moderator(unit, "li"),
        legal_office=make_person(Role.LEGAL_OFFICE, "zhao", district=district),
        confidentiality=make_person(Role.CONFIDENTIALITY_REVIEWER, "wang", district=district),
    )


def write_document(desk: Page, section: Section) -> None:
    desk.goto(reverse("wagtailadmin_pages:add", args=["gongkai_documents", "policydocument", section.pk]))
    desk.fill("#id_title", TITLE)
    desk.fill("#id_number", NUMBER)
    desk.fill("#id_issuer_name", "芙蓉区人民政府")
    desk.select_option("#id_kind", label="政府规范性文件")
    desk.select_option("#id_topic", label="政务公开")
    fill_day(desk, "formed_on", "2026-06-05")
    paste_text(desk, TEXT)
    save_draft(desk)


def take_over(desk: Page) -> None:
    """What the text states is ticked on a screen of its own, and stands in the fields afterwards."""
    desk.locator(".gk-offers + p a").click()
    offers = desk.locator(".gk-offers li")
    expect(offers).to_contain_text(
        ["自2026-06-10起施行", "有效期至2031-06-09", f"废止：《{OLD_TITLE}》（{OLD_NUMBER}）"]
    )
    check_all(desk, "take")
    desk.locator("form.gk-act button[type=submit]").click()
    expect(desk.locator("#id_effective_on")).to_have_value("2026-06-10")
    expect(desk.locator("#id_expires_on")).to_have_value("2031-06-09")
    expect(desk.locator("#id_stated_relations-0-target_number")).to_have_value(OLD_NUMBER)
    expect(desk.locator(".gk-offers")).to_have_count(0)


def plan_interpretation(desk: Page) -> None:
    desk.locator("#id_interpretation_plans-ADD").click()
    desk.select_option("#id_interpretation_plans-0-form", label="文字")
    desk.fill("#id_interpretation_plans-0-outline", "背景；补助标准；办理方式")
    save_draft(desk)


def write_interpretation(desk: Page) -> None:
    """From the document's editor: a draft that names it, with the suggested headings written anew."""
    desk.locator(".gk-pair a.button").click()
    desk.locator("form.gk-act button[type=submit]").click()
    rewrite_text(desk, "背景和依据", EXPLANATION)
    submit(desk)


def hand_in_document(desk: Page) -> None:
    document = PolicyDocument.objects.get(title=TITLE)
    desk.goto(reverse("wagtailadmin_pages:edit", args=[document.pk]))
    submit(desk)


def review_interpretation(moderator: Page, confidentiality: Page) -> None:
    open_review(moderator, EXPLAINED, text=EXPLANATION)
    approve(moderator)
    open_review(confidentiality, EXPLAINED, text=EXPLANATION)
    rule_proactive(confidentiality, basis=BASIS)
    approve(confidentiality)


def review_document(moderator: Page, legal_office: Page, confidentiality: Page) -> None:
    """Every review but the last."""
    open_review(moderator, TITLE, text=FIRST)
    approve(moderator)
    open_review(legal_office, TITLE, text=FIRST)
    legal_office.fill("textarea[name=opinion]", "主体适格，内容合法。")
    check_all(legal_office, "checklist")
    approve(legal_office)
    open_review(confidentiality, TITLE, text=FIRST)
    rule_proactive(confidentiality, basis=BASIS)
    approve(confidentiality)


def register(legal_office: Page) -> None:
    """The last review: with its number the document becomes public, and the interpretation that waits for it."""
    open_review(legal_office, TITLE, text=FIRST)
    expect(legal_office.locator("#interpretation-section")).to_contain_text("另有1个关联内容")
    expect(legal_office.get_by_text("登记号：芙登〔2026〕0001号")).to_be_visible()
    approve(legal_office)


def what_is_public() -> set[str]:
    return set(DisclosurePage.objects.public().values_list("title", flat=True))


def is_on_page(page: Page, *, force: str, reason: str, more: str) -> None:
    """The badge with its reason, what is ahead or instead, and the same in the header."""
    standing = page.locator(".standing")
    expect(standing.locator(".force")).to_have_text(force)
    expect(standing.locator(".standing__reason")).to_have_text(f"{force} {reason}")
    expect(standing.locator("p").nth(1)).to_contain_text(more)
    expect(page.locator(".header-rows__row", has_text="有效性").locator("dd")).to_have_text(force)


def is_drawn(page: Page, *, forces: list[str], words: list[str], current: int) -> None:
    """The picture has a bar for each period and today in the right one; the list says the same in words."""
    picture = page.get_by_role("img", name="效力各阶段的时间轴；下方列表以文字说明同样内容。")
    expect(picture.locator(".timeline__number")).to_have_text([str(number) for number, _ in enumerate(forces, start=1)])
    bars = picture.locator(".timeline__bar")
    assert [bar.get_attribute("class").split("--")[1] for bar in bars.all()] == forces
    boxes = [bar.bounding_box() for bar in bars.all()]
    today = picture.locator(".timeline__today").bounding_box()["x"]
    assert boxes[current]["x"] - 1 <= today <= boxes[current]["x"] + boxes[current]["width"] + 1
    periods = page.locator(".timeline__list li")
    expect(periods).to_contain_text(words)
    assert [row.get_attribute("aria-current") for row in periods.all()].index("date") == current


def explains(page: Page) -> None:
    """The interpretation is on the document's page, and leads back to it with its legal force."""
    page.locator("section", has_text="政策解读").get_by_role("link", name=EXPLAINED).click()
    expect(page.get_by_text(EXPLANATION)).to_be_visible()
    expect(page.get_by_role("link", name=TITLE).first).to_be_visible()


def test_document_goes_from_draft_to_public_with_its_interpretation(
    section: Section, people: SimpleNamespace, browser_of: BrowserOf, page: Page, clock: Clock
) -> None:
    clock.set(PUBLISHED)
    old = make_policy_document(OLD_TITLE, section=section, number=OLD_NUMBER, effective_on=dt.date(2016, 5, 1))
    desk = browser_of(people.editor)
    write_document(desk, section)
    take_over(desk)
    plan_interpretation(desk)
    write_interpretation(desk)
    hand_in_document(desk)
    moderator, confidentiality = browser_of(people.moderator), browser_of(people.confidentiality)
    legal_office = browser_of(people.legal_office)
    review_interpretation(moderator, confidentiality)
    review_document(moderator, legal_office, confidentiality)
    assert what_is_public() == {OLD_TITLE}
    register(legal_office)
    assert what_is_public() == {OLD_TITLE, TITLE, EXPLAINED}
    assert not list(find_breaches())

    document = PolicyDocument.objects.get(title=TITLE)
    page.goto(document.get_url())
    is_on_page(page, force="现行有效", reason="自2026年6月10日起施行", more="有效期至2031年6月9日，期满失效")
    explains(page)
    page.goto(old.get_url())
    is_on_page(page, force="废止", reason="自2026年6月10日起被芙政发〔2026〕8号废止", more=f"{TITLE}（{NUMBER}）")
    is_repealed_on_its_day(page, clock, document)


def is_repealed_on_its_day(page: Page, clock: Clock, document: PolicyDocument) -> None:
    """Another document repeals it: nothing has changed a minute before midnight, everything has at midnight."""
    make_policy_document(
        NEXT_TITLE,
        section=document.get_parent().specific,
        number=NEXT_NUMBER,
        effective_on=REPEALED,
        relations=[{"kind": "repeals", "target": document}],
    )
    forces = ["not_yet", "in_force", "repealed"]
    repealed = "自2026年9月1日起被芙政发〔2026〕12号废止"
    words = ["尚未施行 截至2026-06-09", "现行有效 2026-06-10至2026-08-31", f"废止 2026-09-01起 {repealed}"]
    clock.set(REPEALED - dt.timedelta(days=1), 23, 59)
    page.goto(document.get_url())
    is_on_page(page, force="现行有效", reason="自2026年6月10日起施行", more=repealed)
    is_drawn(page, forces=forces, words=words, current=1)
    clock.set(REPEALED, 0, 0)
    page.goto(document.get_url())
    is_on_page(page, force="废止", reason=repealed, more=f"{NEXT_TITLE}（{NEXT_NUMBER}）")
    is_drawn(page, forces=forces, words=words, current=2)
