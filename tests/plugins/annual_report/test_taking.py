"""A report of an earlier year from a file, by the screen: looked at, then taken over, with nothing lost."""

import datetime as dt
import io
import re
from decimal import Decimal
from html import unescape

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from docx import Document

from plugins.contrib.annual_report.domain.beginning import begin_report
from plugins.contrib.annual_report.domain.filling import digest_of
from plugins.contrib.annual_report.domain.importing import take_figures
from plugins.contrib.annual_report.domain.values import values_of
from plugins.contrib.annual_report.domain.writing import write_texts
from plugins.contrib.annual_report.models import Report
from plugins.contrib.annual_report.structure import form_of
from plugins.contrib.annual_report.writing import Contents, write_docx, write_xlsx
from tests.factories.tenancy import make_unit
from tests.plugins.annual_report.reports import LAST_YEAR, whole
from tests.plugins.annual_report.word_files import word_file

pytestmark = pytest.mark.django_db
FORM, TODAY = form_of("2021"), dt.date(2026, 1, 20)


@pytest.fixture
def report(district):
    return begin_report(owner=district, year=2024, today=TODAY)


@pytest.fixture
def at_work(client, office):
    client.force_login(office)
    return client


def _address(report):
    return reverse("annual-report-admin:import", args=[report.pk])


def _file(content, name="report.docx"):
    return {"file": SimpleUploadedFile(name, content)}


def _hidden(html, name):
    found = re.search(rf'name="{name}"(?: hidden>(.*?)</textarea>| value="(.*?)")', html, re.DOTALL)
    return unescape(found[1] or found[2]) if found else ""


@pytest.mark.parametrize("write", [write_docx, write_xlsx])
def test_file_is_looked_at_and_taken_over(at_work, report, write):
    file = write(Contents("年度报告", "甲区", FORM, whole(**LAST_YEAR)))
    html = at_work.post(_address(report), _file(file)).content.decode()
    assert values_of(report)["requests", "new", "natural"] is None
    asked = {name: _hidden(html, name) for name in ("text", "seen", "reason")}
    assert at_work.post(_address(report), asked).status_code == 302
    assert values_of(report) == whole(**LAST_YEAR)


def test_problems_are_shown_and_nothing_can_be_taken(at_work, report):
    values = dict.fromkeys(FORM.cells()) | {("requests", "new", "natural"): Decimal(3)}
    old = write_xlsx(Contents("年度报告", "甲区", form_of("2019"), whole("2019")))
    html = at_work.post(_address(report), _file(old)).content.decode()
    assert ("2019" in html, 'name="text"' in html) == (True, False)
    some = write_xlsx(Contents("年度报告", "甲区", FORM, values))
    assert at_work.post(_address(report), _file(some)).content.decode().count("<td></td><td>3</td>") == 1


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken"])
def test_file_that_cannot_be_read(at_work, report, content):
    assert at_work.post(_address(report), _file(content)).status_code == 422


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "[" * 90_000,
        "{",
        '{"form": "x", "cells": {}}',
        '{"form": "2021", "cells": {"requests/new/natural": "x"}}',
        '{"form": "2021", "cells": {}, "texts": 1}',
    ],
)
def test_text_that_came_back_otherwise_is_refused(at_work, report, text):
    answer = at_work.post(_address(report), {"text": text, "seen": "x"})
    assert (answer.status_code, values_of(report)["requests", "new", "natural"]) == (422, None)


def test_figures_that_somebody_else_changed_meanwhile_are_kept(at_work, report):
    asked = {"text": '{"form": "2021", "cells": {"permits/permits/decisions": "4"}}', "seen": "another", "reason": "甲"}
    answer = at_work.post(_address(report), asked)
    assert (answer.status_code, values_of(report)["permits", "permits", "decisions"]) == (409, None)
    assert 'value="甲"' in answer.content.decode()


def test_screen_is_absent_for_those_who_do_not_fill_it_in(client, report, district):
    from tests.factories.people import make_editor

    client.force_login(make_editor(make_unit(district)))
    assert client.get(_address(report)).status_code == 404


def test_title_of_another_year_and_organ_is_told(at_work, report):
    old = write_xlsx(Contents("乙区2023年政府信息公开工作年度报告", "乙区", FORM, whole(**LAST_YEAR)))
    html = at_work.post(_address(report), _file(old, "2023年.xlsx")).content.decode()
    codes = [one.code for one in at_work.post(_address(report), _file(old)).context["problems"]]
    assert (codes, "乙区2023年" in html, 'name="text"' in html) == (["other-year", "other-organ"], True, True)


def test_reason_of_a_cell_that_says_the_same_is_kept(report, office):
    key = ("permits", "permits", "decisions")
    report.figures.create(
        table=key[0],
        row=key[1],
        column=key[2],
        counted_as="number",
        counted=3,
        entered_as="number",
        entered=4,
        reason="补登",
        at=timezone.now(),
    )
    take_figures(report=report, values={key: Decimal(4)}, user=office, reason="甲", seen=_seen(report))
    assert report.figures.get().reason == "补登"


def _seen(report):
    return digest_of(report.figures.all())


TEXTS = ("一、总体情况", "甲", "<b>乙</b>", "六、其他需要报告的事项", "无。")


def _with_texts():
    """The file of a whole report: our own tables, and texts before them."""
    tables = Document(io.BytesIO(write_docx(Contents("年度报告", "甲区", FORM, whole(**LAST_YEAR)))))
    return word_file(*TEXTS, file=tables)


def _looked_at(client, report, file):
    html = client.post(_address(report), _file(file)).content.decode()
    return html, {name: _hidden(html, name) for name in ("text", "seen", "texts_seen", "reason")}


def _ticked(html):
    return re.findall(r'name="texts" value="(\w+)" checked', html)


def test_texts_are_shown_beside_those_of_the_report(at_work, report):
    Report.objects.filter(pk=report.pk).update(other="已有")
    html, _asked = _looked_at(at_work, report, _with_texts())
    assert _ticked(html) == ["overview"]
    assert ("<td>已有</td><td>无。</td>" in html, "<td>甲<br>&lt;b&gt;乙&lt;/b&gt;</td>" in html) == (True, True)
    assert "未找到“五、存在的主要问题及改进情况”部分的文字" in html


def test_only_ticked_texts_are_taken_with_the_figures(at_work, report):
    Report.objects.filter(pk=report.pk).update(other="已有", problems="原文")
    report.evaluations.create(kind="public", evaluator="甲", result="良好", position=0)
    html, asked = _looked_at(at_work, report, _with_texts())
    assert at_work.post(_address(report), {**asked, "texts": _ticked(html)}).status_code == 302
    report.refresh_from_db()
    assert (report.overview, report.problems, report.other) == ("甲\n<b>乙</b>", "原文", "已有")
    assert (values_of(report), report.evaluations.count()) == (whole(**LAST_YEAR), 1)


def test_former_text_stays_in_history_and_log(at_work, report):
    write_texts(report=report, texts={"other": "已有"}, user=None)
    _html, asked = _looked_at(at_work, report, _with_texts())
    at_work.post(_address(report), {**asked, "texts": ["other"]})
    assert list(report.history.values_list("other", flat=True))[:2] == ["无。", "已有"]
    log = at_work.get(reverse("annual-report-admin:log", args=[report.pk])).content.decode()
    assert "<summary>原有文字：其他需要报告的事项</summary>已有</details>" in log


def test_text_that_somebody_wrote_meanwhile_is_kept(at_work, report):
    _html, asked = _looked_at(at_work, report, _with_texts())
    write_texts(report=report, texts={"other": "新写"}, user=None)
    answer = at_work.post(_address(report), {**asked, "texts": ["other"]})
    report.refresh_from_db()
    assert (answer.status_code, report.other, values_of(report)["requests", "new", "natural"]) == (409, "新写", None)
    assert ("新写" in (html := answer.content.decode()), _ticked(html)) == (True, ["overview"])


def test_texts_alone_can_be_taken(at_work, report, office):
    take_figures(report=report, values=whole(**LAST_YEAR), user=office, reason="甲", seen=_seen(report))
    html, asked = _looked_at(at_work, report, _with_texts())
    at_work.post(_address(report), {**asked, "texts": _ticked(html)})
    assert list(Report.objects.values_list("overview", "other")) == [("甲\n<b>乙</b>", "无。")]


def test_workbook_has_no_texts(at_work, report):
    file = write_xlsx(Contents("甲区年度报告", "甲区", FORM, whole(**LAST_YEAR)))
    answer = at_work.post(_address(report), _file(file))
    assert (answer.context["problems"], answer.context["texts"]) == ((), [])


ODD = (("重复申请", "重复提出的申请"), ("科研机构", "科研院所"), ("本年处理决定数量", "处理决定数"))


def _odd_file(*odd):
    """The workbook of a whole report in which titles are written in another way."""
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(Contents("甲区年度报告", "甲区", FORM, whole(**LAST_YEAR)))))
    for cell in (cell for page in book for row in page.iter_rows() for cell in row if cell.value):
        for title, said in odd:
            cell.value = str(cell.value).replace(title, said) if title in str(cell.value) else cell.value
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _chosen(answer, **more):
    """What the form sends when nothing is changed: the likeliest title of each."""
    choices = {one.missing.name: one.likely for one in answer.context["choices"]}
    return {"file_text": answer.context["file_text"], **choices, **more}


def test_title_of_the_file_is_said_to_be_what_is_missing(at_work, report):
    answer = at_work.post(_address(report), _file(_odd_file(*ODD)))
    assert [one.missing.name for one in answer.context["choices"]] == [
        "column.permits.decisions",
        "column.penalties.decisions",
        "column.requests.research",
        "row.requests.unprocessed_repeated",
    ]
    assert 'name="text"' not in answer.content.decode()
    html = at_work.post(_address(report), _chosen(answer)).content.decode()
    at_work.post(_address(report), {name: _hidden(html, name) for name in ("text", "seen", "reason")})
    assert values_of(report) == whole(**LAST_YEAR)


def test_row_that_the_file_does_not_have_changes_nothing(at_work, report):
    answer = at_work.post(_address(report), _file(_odd_file(ODD[0])))
    again = at_work.post(_address(report), _chosen(answer, **{"row.requests.unprocessed_repeated": "none"}))
    assert ([one.code for one in again.context["problems"]], again.context["may_take"]) == (["left-out"], True)


@pytest.mark.parametrize("said", ["", "9999.0", "0.0", "x"])
def test_title_that_is_not_there_leaves_it_missing(at_work, report, said):
    answer = at_work.post(_address(report), _file(_odd_file(ODD[0])))
    again = at_work.post(_address(report), _chosen(answer, **{"row.requests.unprocessed_repeated": said}))
    assert ([one.code for one in again.context["problems"]], again.context["may_take"]) == (["no-row"], False)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"lines": [["", 1, ["甲"], []]]}', "[" * 90_000])
def test_file_that_came_back_otherwise_is_refused(at_work, report, text):
    assert at_work.post(_address(report), {"file_text": text}).status_code == 422


def test_texts_of_a_document_travel_while_titles_are_chosen(at_work, report):
    file = Document(io.BytesIO(_with_texts()))
    for cell in (cell for table in file.tables for row in table.rows for cell in row.cells):
        if "重复申请" in cell.text:
            cell.text = "2.重复提出的申请"
    written = io.BytesIO()
    file.save(written)
    answer = at_work.post(_address(report), _file(written.getvalue()))
    again = at_work.post(_address(report), _chosen(answer))
    assert [one.name for one in again.context["texts"]] == ["overview", "other"]
    assert [one.code for one in again.context["problems"]] == ["no-text"]


def test_titles_are_listed_where_nothing_can_be_chosen(at_work, report):
    html = at_work.post(_address(report), _file(_odd_file(("商业企业", "商业公司")))).content.decode()
    assert ("商业公司" in html, 'name="file_text"' in html) == (True, False)
