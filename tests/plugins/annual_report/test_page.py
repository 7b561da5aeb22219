"""The public page of a report, its files, and what programs are told."""

import datetime as dt
import io
import re
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plugins.contrib.annual_report.comparison import compare
from plugins.contrib.annual_report.frozen import Frozen
from plugins.contrib.annual_report.gate import findings_of
from plugins.contrib.annual_report.published import figures_as_texts
from plugins.contrib.annual_report.structure import form_of
from plugins.domain.switching import disable
from plugins.findings import Severity
from tests.factories.cases import make_case
from tests.factories.pages import make_changed_draft, publish, submit
from tests.factories.people import make_moderator
from tests.factories.tenancy import make_unit
from tests.plugins.annual_report.reports import frozen, make_report, whole

pytestmark = pytest.mark.django_db
OLD_BEFORE = Frozen(form_of("2019"), whole("2019")).text


def _main(visitor, page):
    return visitor.get(page.get_url()).content.decode().partition("<main")[2]


def _sheets(visitor, page):
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(visitor.get(f"{page.get_url()}report.xlsx").content))


def test_page_has_the_six_parts_in_their_order(visitor, page):
    heads = re.findall(r'<h2 id="part-[a-z]+">(.*?)</h2>', _main(visitor, page))
    assert heads == [part.label for part in page.frozen.form.parts]


def test_tables_have_captions_headings_and_all_cells(visitor, page):
    html = _main(visitor, page)
    parts, _head, comparison = html.partition('<section class="report-figures"')
    assert (parts.count("<caption"), parts.count("<td ")) == (6, len(list(page.frozen.form.cells())))
    assert (parts.count('scope="colgroup"'), parts.count('scope="rowgroup"')) == (6, 5)
    assert (comparison.count("<caption>"), comparison.count("<svg")) == (3, 2)
    assert "style=" not in html


def test_page_takes_as_many_queries_for_few_units_and_cases_as_for_many(visitor, page, district):
    def asked():
        with CaptureQueriesContext(connection) as found:
            assert visitor.get(page.get_url()).status_code == 200
        return len(found)

    asked()  # what is asked once a process
    few = asked()
    for _number in range(20):
        make_case(district, make_unit(district), received_on=dt.date(2025, 3, 3))
    assert asked() == few


def test_page_without_the_year_before(visitor, section):
    html = _main(visitor, publish(make_report(section, earlier="")))
    assert (html.count("<svg"), html.count("report-comparison")) == (2, 0)


def test_page_beside_a_report_of_the_older_form(visitor, section):
    assert _main(visitor, publish(make_report(section, earlier=OLD_BEFORE))).count("report-comparison") == 3


def test_chart_says_its_numbers_in_words(visitor, page):
    words = re.findall(r"<desc[^>]*>(.*?)</desc>", _main(visitor, page))
    numbers = re.findall(r"（([一二三四五六])）\w+ (\d+)", words[0].partition(" 2024年")[0])
    assert numbers == [("一", "48"), ("二", "8"), ("三", "4"), ("四", "20"), ("五", "4"), ("六", "2")]


def test_workbook_compares_with_the_year_before_as_the_page_does(visitor, page):
    rows = [list(row) for row in _sheets(visitor, page)["与上一年度比较"].iter_rows(values_only=True)]
    compared = compare(page.frozen, page.frozen_before)
    texts = [[str(cell) for cell in row] for row in rows if row[1] is not None]
    assert texts == [list(line) for one in compared for line in (one.heads, *(said.texts for said in one.lines))]
    assert ["一、本年新收政府信息公开申请数量", 81, 86, "+5", "+6.2%"] in rows


def test_docx_has_real_tables(visitor, page):
    from docx import Document

    file = Document(io.BytesIO(visitor.get(f"{page.get_url()}report.docx").content))
    assert [len(table.rows) for table in file.tables] == [3, 2, 3, 2, 28, 4, *(11, 11, 4)]
    cells = [cell.text for cell in file.tables[4].rows[3].cells]
    assert cells == ["一、本年新收政府信息公开申请数量"] * 3 + ["70", "12", "0", "1", "3", "0", "86"]
    assert len(file.element.xpath("//w:tblHeader")) == 1 + 1 + 1 + 1 + 3 + 3 + 3


def test_workbook_has_numbers_and_merged_headings(visitor, page):
    book = _sheets(visitor, page)
    assert book.sheetnames[0] == "文字部分"
    sheet = book["三、收到和处理政府信息公开申请情况"]
    assert [cell.value for cell in sheet[4]][3:] == [70, 12, 0, 1, 3, 0, 86]
    assert sheet["A1"].value.startswith("本列数据的勾稽关系")
    assert "A1:C3" in {str(area) for area in sheet.merged_cells.ranges}


@pytest.mark.slow
def test_pdf_says_what_the_page_says(visitor, page):
    from pypdf import PdfReader

    answer = visitor.get(f"{page.get_url()}report.pdf")
    text = "".join(PdfReader(io.BytesIO(answer.content)).pages[0].extract_text().split())
    assert (answer.status_code, "第二十条第（一）项" in text, "未收取" in text) == (200, True, False)


@pytest.mark.slow
def test_pdf_breaks_no_figure_and_leaves_no_heading_alone(visitor, section):
    from pypdf import PdfReader

    figures = Frozen(form_of("2021"), whole(new=(123456, 1, 2, 3, 4, 5), carried_out=(123456, 1, 2, 3, 4, 5)))
    page = publish(make_report(section, figures=figures.text, earlier=""))
    pages = PdfReader(io.BytesIO(visitor.get(f"{page.get_url()}report.pdf").content)).pages
    texts = ["\n".join(one.extract_text().split()) for one in pages]
    assert [text for text in texts if "三、收到" in text] == [text for text in texts if "本列数据" in text]
    assert sum(text.split("\n").count("123471") for text in texts) >= 2


def test_reviewer_of_a_corrected_report_sees_each_figure_that_changed(client, section):
    page = publish(make_report(section))
    values = dict(page.frozen.values) | {("permits", "permits", "decisions"): Decimal(18)}
    changed = make_changed_draft(page, figures=Frozen(form_of("2021"), values).text)
    client.force_login(make_moderator(page.unit))
    html = client.get(reverse("gongkai_clearance:review", args=[submit(changed).pk])).content.decode()
    cell, before, now = "第二十条第（五）项：行政许可，本年处理决定数量", 'deletion">0', 'addition">18'
    assert [text in html for text in (cell, before, now)] == [True] * 3


def test_files_of_a_draft_answer_nobody(visitor, section):
    draft = make_report(section)
    names = ("report.pdf", "report.docx", "report.xlsx", "report.json")
    assert {visitor.get(f"{draft.url}{name}").status_code for name in names} == {404}


def test_page_is_plain_where_the_plug_in_is_off(visitor, page, district):
    disable("annual-report", district=district, user=None)
    html = _main(visitor, page)
    assert ("全年主动公开信息一千条" in html, "report-table" in html, "cells" in html) == (True, False, False)
    assert visitor.get(f"{page.get_url()}report.json").status_code == 404


def test_programs_are_told_figures_and_what_is_no_figure(visitor, page, district):
    listed = visitor.get("/api/public/v1/plug-ins/annual-report/jia/reports", {"year": 2025}).json()["items"]
    assert [(one["key"], one["year"], one["form"]) for one in listed] == [(page.pk, 2025, "2021")]
    whole_report = visitor.get(f"/api/public/v1/plug-ins/annual-report/jia/reports/{page.pk}").json()
    assert whole_report == visitor.get(f"{page.get_url()}report.json").json()
    first = whole_report["tables"][0]["rows"]
    assert [row["values"] for row in first] == [
        {"made": "/", "repealed": "/", "in_force": "/"},
        {"made": "0", "repealed": "0", "in_force": "0"},
    ]


LISTED = "/api/public/v1/plug-ins/annual-report/jia/reports"


def test_year_without_a_report_has_none(visitor, page):
    assert visitor.get(LISTED, {"year": 2024}).json() == {"total": 0, "items": [], "next": None}


@pytest.mark.parametrize("question", [{"year": -1}, {"year": 10**30}, {"size": 101}, {"after": "x"}])
def test_question_that_means_nothing_is_refused(visitor, page, question):
    assert visitor.get(LISTED, question).status_code == 422


def test_list_goes_on_where_it_was_cut(visitor, page, section):
    others = [publish(make_report(section, title=f"报告{year}", year=year)) for year in (2024, 2023)]
    address, met = f"{LISTED}?size=1", []
    while address:
        part = visitor.get(address).json()
        met += [one["key"] for one in part["items"]]
        address = part["next"]
    assert (met, part["total"]) == ([page.pk, *(one.pk for one in others)], 3)


def test_draft_is_told_to_no_program(visitor, section):
    draft = make_report(section)
    assert visitor.get("/api/public/v1/plug-ins/annual-report/jia/reports").json()["items"] == []
    assert visitor.get(f"/api/public/v1/plug-ins/annual-report/jia/reports/{draft.pk}").status_code == 404


def test_page_is_found_by_its_rows(page):
    texts = dict(figures_as_texts([page.pk])[page.pk])
    told = texts["三、收到和处理政府信息公开申请情况 收到和处理政府信息公开申请情况"]
    assert "（四）无法提供 / 1.本机关不掌握相关政府信息：自然人 15；" in told


def test_gate_lets_a_whole_report_pass(section):
    assert findings_of(make_report(section)) == []


def test_gate_names_what_does_not_add_up(section):
    values = dict(frozen(2025).values) | {
        ("requests", "granted", "total"): Decimal(1),
        ("requests", "carried_in", "natural"): Decimal(9),
        ("permits", "permits", "decisions"): None,
    }
    found = findings_of(make_report(section, figures=Frozen(form_of("2021"), values).text))
    assert [(one.code, one.subject, one.severity) for one in found] == [
        ("annual.row_sum", "requests/carried_in/total", Severity.BLOCK),
        ("annual.row_sum", "requests/granted/total", Severity.BLOCK),
        ("annual.column_sum", "requests/total/total", Severity.BLOCK),
        ("annual.balance", "requests/carried_out/natural", Severity.BLOCK),
        ("annual.carried", "requests/carried_in/natural", Severity.OVERRIDABLE),
        ("annual.blank", "", Severity.BLOCK),
    ]
