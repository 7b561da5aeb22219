"""A Word file's way from the upload over its fields, one by one, to a draft in the editor."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from cms.people.models import User
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.tree.models import DisclosurePage, Section
from tests.factories.official_documents import NOTICE, make_docx
from tests.factories.people import make_editor
from tests.factories.tenancy import make_district, make_unit
from tests.factories.tree import make_column, make_section

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TITLE = "云州市清溪区人民政府办公室关于印发《清溪区社区食堂管理办法（试行）》的通知"
LAST_ARTICLE = "第四条本办法自2021年4月1日起施行，有效期二年。"
SURE, CHECK = "✓ 确定", "？请核对"
#: Name of a field → its value, how sure, and a line of the document.
RECOGNISED = {
    "title": (TITLE, SURE, "云州市清溪区人民政府办公室 关于印发《清溪区社区食堂管理办法（试行）》的通知"),
    "number": ("清政办发〔2021〕7号", SURE, "清政办发〔2021〕7号"),
    "issuer_name": ("云州市清溪区人民政府办公室", SURE, "云州市清溪区人民政府办公室"),
    "addressees": ("各街道办事处，区直有关单位", SURE, "各街道办事处，区直有关单位："),
    "formed_on": ("2021-03-08", SURE, "云州市清溪区人民政府办公室 2021年3月8日"),
    "effective_on": ("2021-04-01", SURE, LAST_ARTICLE),
    "expires_on": ("2023-03-31", CHECK, f"{LAST_ARTICLE} 自施行之日起计算：2年。"),
    "stated_attribute": ("proactive", SURE, "（此件主动公开）"),
    "joint_issuers": ("", "– 未识别", ""),
}


@pytest.fixture
def section() -> Section:
    district = make_district(name="清溪区", slug="qingxi", government_name="云州市清溪区人民政府")
    unit = make_unit(district, name="区民政局", code="mzj")
    return make_section(column=make_column("行政规范性文件", district=district, purpose="statutory"), unit=unit)


def upload(desk: Page, name: str, content: bytes) -> None:
    desk.goto(reverse("gongkai_importing:index"))
    desk.set_input_files("input[name=documents]", {"name": name, "mimeType": WORD, "buffer": content})
    desk.locator(".gk-import-form button[type=submit]").click()
    expect(desk.locator(".gk-import-fields")).to_be_visible()


def recognised(desk: Page, field: str) -> tuple[str, str, str]:
    """What the table says of a field: its value, how sure it is, and where the document says so."""
    row = desk.locator(".gk-import-fields tr", has=desk.locator(f"[name={field}]"))
    mark, evidence = (" ".join(row.locator("td").nth(column).inner_text().split()) for column in (1, 2))
    return row.locator(f"[name={field}]").input_value(), mark, evidence


def correct(desk: Page) -> None:
    """What nobody can recognise is filled in, and the relation that the text states is taken over."""
    desk.select_option("[name=topic]", label="政务公开")
    desk.fill("[name=keywords]", "社区食堂 补助")
    relation = desk.get_by_label("废止 《清溪区老年助餐点管理办法》 清政办发〔2016〕21号")
    expect(relation).not_to_be_checked()
    relation.check()


def is_in_editor(desk: Page) -> None:
    """The draft's editor shows what was on the screen, the relation, the text and the original file."""
    desk.wait_for_url("**/admin/pages/*/edit/")
    for field in ("title", "number", "issuer_name", "addressees", "formed_on", "effective_on", "expires_on"):
        expect(desk.locator(f"#id_{field}")).to_have_value(RECOGNISED[field][0])
    expect(desk.locator("#id_keywords")).to_have_value("社区食堂 补助")
    expect(desk.locator("#id_kind option:checked")).to_have_text("通知")
    expect(desk.locator("#id_topic option:checked")).to_have_text("政务公开")
    expect(desk.locator("#id_stated_relations-0-target_number")).to_have_value("清政办发〔2016〕21号")
    expect(desk.locator("[data-contentpath=body]").get_by_text("第三条　开办社区食堂应当有固定场所")).to_be_visible()
    expect(desk.locator("[data-contentpath=original_file]")).to_contain_text("社区食堂通知")


def test_word_file_becomes_a_draft(section: Section, browser_of: Callable[[User], Page]) -> None:
    desk = browser_of(make_editor(section.unit, "chen"))
    upload(desk, "社区食堂通知.docx", make_docx(NOTICE))
    assert {field: recognised(desk, field) for field in RECOGNISED} == RECOGNISED
    assert not PolicyDocument.objects.exists()
    correct(desk)
    desk.locator("button[name=edit]").click()
    is_in_editor(desk)
    assert PolicyDocument.objects.get().title == TITLE
    assert not DisclosurePage.objects.public().exists()
