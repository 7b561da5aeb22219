"""What readers see, and that page, files and API say the same."""

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from plugins.contrib.guide_tables.rows import join_text
from plugins.domain.switching import disable
from tests.factories.pages import make_changed_draft, publish

from .tables import ROWS, TITLES, make_table

QUERIES = ("", "?q=小学", "?level=小学&street=西街道", "?sort=-places", "?level=高中")


def names_on_page(html: str) -> list[str]:
    return [part.partition("<")[0] for part in html.split('role="rowheader">')[1:]]


def file_of(visitor, page, name: str, query: str = ""):
    response = visitor.get(f"{page.url}table.{name}{query}")
    assert response.status_code == 200
    return response.content


@pytest.mark.parametrize("query", QUERIES)
def test_page_files_and_api_agree(published, visitor, query):
    shown = names_on_page(visitor.get(published.url + query).content.decode())
    sheet = load_workbook(BytesIO(file_of(visitor, published, "xlsx", query))).active
    lines = list(csv.reader(StringIO(file_of(visitor, published, "csv", query).decode("utf-8-sig"))))
    json = visitor.get(f"{published.url}table.json{query}").json()
    api = visitor.get(f"/api/public/v1/plug-ins/guide-tables/jia/tables/{published.pk}{query}").json()

    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == shown
    assert [line[0] for line in lines[1:]] == shown
    assert [row["name"] for row in json["rows"]] == shown
    assert (json["rows"], json["columns"], json["found"]) == (api["rows"], api["columns"], api["found"])


def test_page_shows_the_table(published, visitor):
    html = visitor.get(published.url).content.decode()

    assert names_on_page(html) == ["甲小学", "乙中学", "丙小学"]
    texts = ("本区学校", "招生计划（人）", 'href="tel:073100000001"', "geo:28.190000,113.010000", "<circle", "3 行")
    assert [text for text in texts if text not in html] == []
    assert "经度" not in html


def test_chips_take_a_filter_away(published, visitor):
    html = visitor.get(f"{published.url}?level=小学&street=西街道").content.decode()

    assert 'href="?street=%E8%A5%BF%E8%A1%97%E9%81%93"' in html
    assert "共 3 行中的 1 行" in html
    assert "显示全部" in visitor.get(f"{published.url}?q=没有的").content.decode()


def test_numbers_are_numbers_and_formulas_are_text(section, visitor):
    row = ("=HYPERLINK(1)", "小学", "@东", "-5", "", "", "")
    page = publish(make_table(section, rows=join_text(TITLES, [row])))
    cells = [cell.value for cell in load_workbook(BytesIO(file_of(visitor, page, "xlsx"))).active[2]]

    assert cells[:4] == ["'=HYPERLINK(1)", "小学", "'@东", -5]
    assert file_of(visitor, page, "csv").startswith(b"\xef\xbb\xbf")
    assert visitor.get(f"{page.url}table.json").json()["rows"][0]["name"] == "=HYPERLINK(1)"


def test_cells_are_escaped(section, visitor):
    row = ("<script>alert(1)</script>", "小学", '"><img src=x onerror=alert(1)>', "1", "", "", "")
    page = publish(make_table(section, rows=join_text(TITLES, [row])))
    html = (
        visitor.get(f'{page.url}?q="><svg onload=alert(1)>').content.decode() + visitor.get(page.url).content.decode()
    )

    assert [text for text in ("<script>alert", "<img src=x", "<svg onload") if text in html] == []
    assert "&lt;script&gt;alert" in html


def test_draft_is_not_public(draft, published, visitor):
    make_changed_draft(published, rows=join_text(TITLES, [("未公开小学", *[""] * 6)]))

    for address in ("", "table.csv", "table.xlsx", "table.json"):
        assert "未公开" not in visitor.get(published.url + address).content.decode("utf-8", "replace")


@pytest.mark.parametrize("name", ["table.csv", "table.xlsx", "table.json"])
def test_unpublished_table_has_no_files(draft, visitor, name):
    assert visitor.get(f"{draft.url}{name}").status_code == 404


def test_where_the_plug_in_is_off_the_rows_stay_readable(published, district, visitor):
    disable("guide-tables", district=district, user=None)
    html = visitor.get(published.url).content.decode()

    assert ("甲小学" in html, "rowheader" in html) == (True, False)
    assert visitor.get(f"{published.url}table.csv").status_code == 404
    assert visitor.get("/api/public/v1/plug-ins/guide-tables/jia/tables").status_code == 404


def test_api_lists_public_tables(published, section, visitor):
    make_table(section, title="未公开名录")
    api = "/api/public/v1/plug-ins/guide-tables/jia/tables"

    assert [one["title"] for one in visitor.get(api).json()] == ["学校名录"]
    assert visitor.get(f"{api}/{section.pk}").status_code == 404


@pytest.mark.parametrize("key", [-(2**64), 0, 2**63, 10**30])
def test_key_that_no_table_can_have_is_absent(published, visitor, key):
    assert visitor.get(f"/api/public/v1/plug-ins/guide-tables/jia/tables/{key}").status_code == 404


def test_queries_do_not_depend_on_the_rows(section, visitor, django_assert_num_queries, settings):
    settings.PAGE_CACHE_SECONDS = 0
    small = publish(make_table(section, title="小表"))
    many = [(f"第{number}小学", *ROWS[0][1:]) for number in range(200)]
    large = publish(make_table(section, title="大表", rows=join_text(TITLES, many)))
    visitor.get(small.url)
    for page in (small, large):
        with django_assert_num_queries(16):
            visitor.get(page.url)
