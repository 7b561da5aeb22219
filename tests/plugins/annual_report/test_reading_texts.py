"""Texts of reports read from Word documents, whichever way their headings are written."""

import pytest

from plugins.contrib.annual_report.models import AnnualReportPage
from plugins.contrib.annual_report.reading import read_texts
from plugins.contrib.annual_report.reading.texts import MAX_LETTERS
from plugins.contrib.annual_report.structure import form_of
from plugins.contrib.annual_report.writing import Contents, write_docx, write_xlsx
from tests.plugins.annual_report.reports import frozen, whole
from tests.plugins.annual_report.word_files import STYLES, word_file

FORM = form_of("2021")
PARTS = [part.title for part in FORM.parts]
READ = {"overview": "甲\n乙", "problems": "丙", "other": "丁"}


def _read(*blocks):
    found = read_texts(word_file(*blocks), FORM)
    return dict(found.texts), [one.code for one in found.problems]


def _report(headings, style="plain"):
    one, _two, _three, four, five, six = [(style, heading) for heading in headings]
    return (
        "甲区年度报告",
        "引言",
        one,
        "甲",
        "乙",
        (style, headings[1]),
        ("table", "一"),
        four,
        "无关",
        five,
        "丙",
        six,
        "丁",
    )


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "numbers", ["一、|二、|三、|四、|五、|六、", "1.|2.|3.|4.|5.|6.", "１．|２．|３．|４．|５．|６．"]
)
def test_headings_in_any_style_and_numerals(style, numbers):
    headings = [number + title for number, title in zip(numbers.split("|"), PARTS, strict=True)]
    assert _read(*_report(headings, style)) == (READ, [])


def test_headings_that_word_numbers_itself():
    one, two, three, four, five, six = [("List Number", title) for title in PARTS]
    assert _read(one, "甲", "乙", two, three, four, five, "丙", six, "丁") == (READ, [])


@pytest.mark.parametrize(
    "heading",
    [
        "五、存在问题和改进措施",
        "五、政府信息公开工作存在的主要问题及改进情况",
        "五 、 存在的主要问题 及改进情况",
        "第五部分 存在的主要问题及改进情况",
        "五．存在的主要问题及改进情况",
        "存在的主要问题及改进情况",
    ],
)
def test_heading_in_other_words(heading):
    assert _read("一、总体情况", "甲", heading, "丙")[0] == {"overview": "甲", "problems": "丙"}


@pytest.mark.parametrize(
    "heading", ["六、其他需要报告的事项：无。", "6.其他需要报告的事项 无。", "六、其他需要报告的事项。无。"]
)
def test_text_in_the_paragraph_of_its_heading(heading):
    assert _read(heading)[0] == {"other": "无。"}


@pytest.mark.parametrize(
    "line",
    [
        "（一）主动公开",
        "2.主动公开",
        "1.5万条信息",
        "二、改进措施",
        "六、",
        "其他需要报告的事项见后。",
        "五是总体情况向好",
        "2024年，总体情况良好。",
    ],
)
def test_line_that_looks_like_a_heading_stays_in_the_text(line):
    assert _read("一、总体情况", "甲", line, "乙")[0] == {"overview": f"甲\n{line}\n乙"}


def test_text_ends_at_a_table():
    assert _read("六、其他需要报告的事项", "丁", ("table", "一"), "附注")[0] == {"other": "丁"}


def test_parts_without_text_are_named():
    found = read_texts(word_file("一、总体情况", "六、其他需要报告的事项", "丁"), FORM)
    assert (dict(found.texts), len(found.problems)) == ({"other": "丁"}, 2)
    assert ["一、总体情况" in found.problems[0].message, "五、存在的" in found.problems[1].message] == [True, True]


def test_document_without_headings():
    assert _read("甲区的情况", ("table", "一"), "说明") == ({}, ["no-text"] * 3)


def test_list_of_contents_is_no_text():
    contents = [f"{part.label}……{page}" for page, part in enumerate(FORM.parts, start=1)]
    assert _read(*contents, "引言", *_report([part.label for part in FORM.parts])) == (READ, [])


def test_text_beyond_all_measure_is_left_out():
    long = ["长" * MAX_LETTERS, "长"]
    assert _read("一、总体情况", *long, "五、存在的主要问题及改进情况", "丙")[1] == ["text-too-long", "no-text"]


@pytest.mark.django_db
def test_what_was_written_is_read_back():
    texts = {name: f"<p>{text}</p>".replace("\n", "</p><p>") for name, text in READ.items()}
    page = AnnualReportPage(**texts, evaluation="<p>良好</p>")
    prose = {one.code: getattr(page, one.code) for one in FORM.prose}
    file = write_docx(Contents("年度报告", "甲区", FORM, whole(), prose, year=2025, before=frozen(2024)))
    found = read_texts(file, FORM)
    assert (dict(found.texts), [one.code for one in found.problems]) == (READ, ["evaluations"])


def test_file_that_is_no_document():
    found = read_texts(write_xlsx(Contents("年度报告", "甲区", FORM, whole())), FORM)
    assert (dict(found.texts), [one.code for one in found.problems]) == ({}, ["no-texts"])
