"""The grid of a guide table in a real editor, and the table as readers have it."""

import pytest

from plugins.contrib.guide_tables.models import GuideTable
from plugins.domain.switching import enable
from tests.factories.pages import publish
from tests.factories.people import make_editor
from tests.factories.tenancy import make_city, make_district
from tests.factories.tree import make_column, make_home, make_section
from tests.plugins.guide_tables.tables import ROWS, TEXT, make_table


@pytest.fixture
def table(transactional_db):
    district = make_district(city=make_city(), name="甲区", slug="jia")
    make_home(district)
    enable("guide-tables", district=district, user=None)
    return make_table(make_section(column=make_column(district=district)))


def newest(table) -> GuideTable:
    return GuideTable.objects.get(pk=table.pk).get_latest_revision_as_object()


def save(page) -> None:
    with page.expect_navigation():
        page.locator("button.action-save").first.click()


def test_cells_are_typed_pasted_added_and_removed(table, browser_of):
    page = browser_of(make_editor(table.unit))
    page.goto(f"/admin/pages/{table.pk}/edit/")
    name = page.get_by_label("第 1 行，学校名称", exact=True)
    assert (name.input_value(), page.locator("[data-gk-rows]").is_visible()) == ("甲小学", False)
    name.fill("甲实验小学")
    page.get_by_role("button", name="添加一行").click()
    page.locator("tbody tr:last-child input").first.evaluate(
        """(cell) => {
            const data = new DataTransfer();
            data.setData("text/plain", "丁小学\\t小学\\t南街道\\n\\"戊\\n中学\\"\\t初中\\t北街道\\n");
            cell.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }"""
    )
    page.locator('tr[data-number="2"] button').click()
    save(page)

    found = newest(table).table.rows
    assert [row[:3] for row in found] == [
        ("甲实验小学", "小学", "东街道"),
        ROWS[1][:3],
        ("丁小学", "小学", "南街道"),
        ("戊 中学", "初中", "北街道"),
    ]


def test_heading_that_is_reworded_keeps_its_cells(table, browser_of):
    page = browser_of(make_editor(table.unit))
    page.goto(f"/admin/pages/{table.pk}/edit/")
    page.locator('[name="columns-2-title"]').fill("所在街道")
    page.locator('[name="columns-2-title"]').blur()
    page.get_by_label("第 1 行，所在街道", exact=True).wait_for()
    save(page)

    assert newest(table).rows == TEXT.replace("街道\t招", "所在街道\t招", 1)


def test_rows_are_text_on_request(table, browser_of):
    page = browser_of(make_editor(table.unit))
    page.goto(f"/admin/pages/{table.pk}/edit/")
    page.get_by_role("button", name="以文本显示").click()

    assert page.locator("[data-gk-rows]").input_value() == TEXT
    page.get_by_role("button", name="以表格显示").click()
    assert page.get_by_label("第 3 行，学校名称", exact=True).input_value() == "丙小学"


def test_readers_narrow_the_table(table, page, complaints, live_server):
    published = publish(table)
    page.goto(published.url)
    page.get_by_label("办学层次").select_option("小学")
    page.locator("#table form button").click()

    assert page.locator(".guide-rows tbody th").all_inner_texts() == ["甲小学", "丙小学"]
    page.get_by_role("link", name="取消： 办学层次：小学").click()
    assert (page.locator(".guide-rows tbody tr").count(), complaints) == (3, [])
