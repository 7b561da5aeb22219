"""A table among the rest of the product: the editor, the gate, the search, versions, figures, the demo's sample."""

import datetime as dt

import pytest

from plugins.contrib.guide_tables.demo import ROWS as SAMPLE
from plugins.contrib.guide_tables.hooks import measures, publication_gate, rows_as_texts
from plugins.contrib.guide_tables.models import GuideTable, TableVersion
from plugins.contrib.guide_tables.panels import RowsComparison
from plugins.contrib.guide_tables.rows import MAX_ROWS, join_text
from plugins.findings import GateRequest, Stage
from search.building.chunks import build
from tests.factories.pages import make_changed_draft, publish

from .tables import ROWS, TEXT, TITLES, make_table

WRONG = join_text(TITLES, [("甲小学", "高中", "", "很多", "", "", "")])


def findings(page) -> list[tuple[str, str]]:
    request = GateRequest(page=page, stage=Stage.SUBMIT)
    return [(finding.code, finding.message) for finding in publication_gate(request)]


def test_gate_names_wrong_cells(section):
    assert findings(make_table(section)) == []
    assert findings(make_table(section, title="有误", rows=WRONG)) == [
        ("tables.not_in_list", "第 1 行，办学层次：“高中”不在该列的选项清单中。"),
        ("tables.no_number", "第 1 行，招生计划：“很多”不是数值。"),
    ]


def test_gate_names_the_first_and_counts_the_others(section):
    wrong = join_text(TITLES, [("甲", "高中", *[""] * 5)] * 30)
    found = findings(make_table(section, rows=wrong))

    assert (len(found), found[-1]) == (21, ("tables.more", "还有 10 个单元格有误。"))


def test_gate_stops_cells_that_no_page_would_show(section):
    hidden = make_table(section, rows="学校名称\t负责人手机\n甲小学\t内部号码")

    assert [code for code, _message in findings(hidden)] == ["tables.no_table"]


def test_texts_of_many_tables_are_read_together(section, django_assert_num_queries):
    keys = [make_table(section, title=f"名录{number}").pk for number in range(3)]
    with django_assert_num_queries(2):
        assert list(rows_as_texts(keys)) == keys


def test_versions_are_listed_with_what_changed(published, visitor):
    changed = (*ROWS[1][:3], "1100", *ROWS[1][4:])
    make_changed_draft(published, rows=join_text(TITLES, [ROWS[0], changed, ("丁小学", *[""] * 6)]))
    publish(published)
    values = TableVersion.objects.values_list("total", "added", "changed", "removed")

    assert list(values) == [(3, 1, 1, 1), (3, 3, 0, 0)]
    html = visitor.get(published.url).content.decode()
    assert ("新增 1 行，变更 1 行，删除 1 行" in html, "丙小学" in html) == (True, False)


def test_publication_of_the_same_rows_is_no_version(published):
    make_changed_draft(published, introduction="<p>新的说明。</p>")
    publish(published)

    assert TableVersion.objects.count() == 1


def test_search_document_has_each_row_under_its_name(published):
    passages = build({published.pk: 1}).documents[published.pk].passages

    assert [(passage.heading, passage.text) for passage in passages][-1] == ("丙小学", "小学\n西街道\n225")
    assert rows_as_texts([published.pk])[published.pk][0][0] == "甲小学"


def test_figures(published, district):
    values = {measure.name: measure.value(district, dt.date(2020, 1, 1), dt.date(2099, 1, 1)) for measure in measures()}

    assert values == {"tables": 1, "rows": 3}


@pytest.mark.django_db  # a page asks for its content type
def test_reviewer_sees_rows_that_changed():
    html = RowsComparison(GuideTable._meta.get_field("rows"), *_pair(TEXT, WRONG)).htmldiff()

    texts = ("乙中学", '<span class="deletion">90</span>', '<span class="addition">很多</span>')
    assert [text for text in texts if text not in html] == []


def _pair(before: str, after: str) -> tuple[GuideTable, GuideTable]:
    return GuideTable(rows=before), GuideTable(rows=after)


@pytest.mark.django_db  # a page asks for its content type
def test_changed_rows_are_escaped():
    bad = join_text(TITLES, [("<script>x</script>", *[""] * 6)])

    assert "<script>" not in RowsComparison(GuideTable._meta.get_field("rows"), *_pair(TEXT, bad)).htmldiff()


def test_sample_is_in_order():
    from plugins.contrib.guide_tables.demo import COLUMNS
    from plugins.contrib.guide_tables.models import GuideColumn
    from plugins.contrib.guide_tables.schema import Schema
    from plugins.contrib.guide_tables.table import Table

    columns = Schema(tuple(GuideColumn(**column).as_column() for column in COLUMNS))
    rows = tuple(tuple(line.split()) for line in SAMPLE.strip().splitlines())
    assert (Table(columns, rows).problems(), len(rows)) == ([], 12)


def test_largest_table_is_shown_and_found(section, visitor):
    rows = [(f"第{n}小学", "小学", f"{n % 40}街道", str(n), "", "113.01", "28.19") for n in range(MAX_ROWS)]
    page = publish(make_table(section, rows=join_text(TITLES, rows)))
    html = visitor.get(f"{page.url}?q=第4999小学").content.decode()

    assert (html.count('role="rowheader"'), "第4999小学" in html) == (1, True)
    assert visitor.get(f"{page.url}?street=7街道&sort=-places").content.decode().count('role="rowheader"') == 50
    assert len(visitor.get(f"{page.url}table.json").json()["rows"]) == MAX_ROWS
