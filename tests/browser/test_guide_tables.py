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


def paste(cell, text: str) -> None:
    cell.evaluate(
        """(cell, text) => {
            const data = new DataTransfer();
            data.setData("text/plain", text);
            cell.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }""",
        text,
    )


def test_cells_are_typed_pasted_added_and_removed(table, browser_of):
    page = browser_of(make_editor(table.unit))
    page.goto(f"/admin/pages/{table.pk}/edit/")
    name = page.get_by_label("第 1 行，学校名称", exact=True)
    assert (name.input_value(), page.locator("[data-gk-rows]").is_visible()) == ("甲小学", False)
    name.fill("甲实验小学")
    page.get_by_role("button", name="添加一行").click()
    paste(page.locator("tbody tr:last-child input").first, '丁小学\t小学\t南街道\n"戊\n中学"\t初中\t北街道\n')
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


def test_what_is_pasted_among_found_rows_stays_among_them(table, browser_of):
    page = browser_of(make_editor(table.unit))
    page.goto(f"/admin/pages/{table.pk}/edit/")
    page.get_by_label("在数据行中查找").fill("小学")
    paste(page.get_by_label("第 1 行，街道", exact=True), "南街道\t1\n北街道\t2\n无处\t3\n")
    save(page)

    found = [row[2:4] for row in newest(table).table.rows]
    assert found == [("南街道", "1"), ROWS[1][2:4], ("北街道", "2")]


def test_text_with_too_many_cells_stays_text(table, browser_of):
    page = browser_of(make_editor(table.unit))
    page.goto(f"/admin/pages/{table.pk}/edit/")
    page.get_by_role("button", name="以文本显示").click()
    text = page.locator("[data-gk-rows]")
    text.fill(f"{TEXT}\n丁小学{chr(9) * 7}多")
    page.get_by_role("button", name="以表格显示").click()
    assert (text.is_visible(), page.get_by_text("有一行的单元格多于列名").is_visible()) == (True, True)
    text.fill(f"{TEXT}\n丁小学")
    page.get_by_role("button", name="以表格显示").click()
    page.get_by_label("第 4 行，学校名称", exact=True).fill("戊小学")
    save(page)

    assert newest(table).table.rows[3][0] == "戊小学"


def test_readers_narrow_the_table(table, page, complaints, live_server):
    published = publish(table)
    page.goto(published.url)
    page.get_by_label("办学层次").select_option("小学")
    page.locator("#table form button").click()

    assert page.locator(".guide-rows tbody th").all_inner_texts() == ["甲小学", "丙小学"]
    page.get_by_role("link", name="取消： 办学层次：小学").click()
    assert (page.locator(".guide-rows tbody tr").count(), complaints) == (3, [])
