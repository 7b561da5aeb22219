"""Catalogues of four shapes, read."""

import pytest

from plugins.contrib.item_catalogue.enums import Column
from plugins.contrib.item_catalogue.reading import parse_catalogues
from plugins.contrib.item_catalogue.structure import Choice, Entry, Marks
from plugins.contrib.item_catalogue.writing import WRITERS
from tests.plugins.item_catalogue.catalogues import (
    merged_workbook,
    paged_document,
    plain_workbook,
    sheet_with,
    split_document,
)

CHANNEL, AUDIENCE, METHOD, LEVEL = Column.CHANNEL, Column.AUDIENCE, Column.METHOD, Column.LEVEL


def _names(sheet):
    return [(entry.number, entry.first, entry.second) for entry in sheet.entries]


def _codes(parsed):
    return [(problem.code, problem.place, problem.row) for problem in parsed.problems]


def test_merged_workbook():
    parsed = parse_catalogues(merged_workbook())
    (sheet,) = parsed.sheets

    assert _codes(parsed) == []
    assert sheet.shape.titles == ("样例县社会救助领域基层政务公开标准目录",)
    assert sheet.shape.notes == ("注：样例说明一。", "样例说明二。")
    assert _names(sheet) == [
        ("1", "综合业务", "救助文件"),
        ("2", "综合业务", "监督电话"),
        ("3", "样例生活救助", "初审公示"),
    ]
    assert [(heading.key, heading.column, heading.is_option) for heading in sheet.shape.headings] == [
        ("序号", Column.NUMBER, False),
        ("公开事项 > 一级事项", Column.FIRST, False),
        ("公开事项 > 二级事项", Column.SECOND, False),
        ("公开内容（要素）", Column.CONTENT, False),
        ("公开依据", Column.BASIS, False),
        ("公开时限", Column.LIMIT, False),
        ("公开主体", Column.BODY, False),
        ("公开渠道和载体", CHANNEL, False),
        ("公开对象 > 全社会", AUDIENCE, True),
        ("公开对象 > 特定群体（请自行填写）", AUDIENCE, True),
        ("公开方式 > 主动", METHOD, True),
        ("公开方式 > 依申请", METHOD, True),
        ("公开层级 > 县级", LEVEL, True),
        ("公开层级 > 乡级", LEVEL, True),
    ]


def test_row_of_merged_workbook():
    (sheet,) = parse_catalogues(merged_workbook()).sheets

    assert sheet.entries[2] == Entry(
        number="3",
        first="样例生活救助",
        second="初审公示",
        content="样例名单",
        limit="公示期为7日",
        body="乡政府",
        choices=(
            Choice(CHANNEL, "入户/现场", True),
            Choice(AUDIENCE, "全社会", False),
            Choice(AUDIENCE, "特定群体（请自行填写）", True, "申请人"),
            Choice(METHOD, "主动", False),
            Choice(METHOD, "依申请", True),
            Choice(LEVEL, "县级", False),
            Choice(LEVEL, "乡级", True),
        ),
    )
    assert sheet.entries[0].choices_of(CHANNEL) == (
        Choice(CHANNEL, "政府网站", True),
        Choice(CHANNEL, "政府公报", False),
        Choice(CHANNEL, "两微一端", False),
        Choice(CHANNEL, "公开查阅点", True),
        Choice(CHANNEL, "其他", True, "村广播"),
    )
    assert (sheet.shape.marks[CHANNEL], sheet.shape.marks[LEVEL]) == (Marks("■", "□"), Marks("√", ""))


def test_plain_workbook():
    parsed = parse_catalogues(plain_workbook())

    assert _codes(parsed) == [
        ("table-ignored", "封面", 1),
        ("further-column", "养老服务", 1),
        ("further-column", "养老服务", 1),
        ("further-column", "就业", 1),
        ("further-column", "就业", 1),
    ]
    assert [sheet.place for sheet in parsed.sheets] == ["养老服务", "就业"]
    assert _names(parsed.sheets[1]) == [
        ("1", "样例招聘", "样例招聘办理1"),
        ("2", "样例招聘", "样例招聘办理2"),
        ("1", "样例培训", "样例培训办理1"),
        ("2", "样例培训", "样例培训办理2"),
    ]
    entry = parsed.sheets[1].entries[1]
    assert entry.extras == (("三级事项", "样例招聘细项"), ("备注", "见附件"))
    assert [choice.label for choice in entry.choices if choice.is_chosen] == [
        "政府网站",
        "全社会",
        "主动公开",
        "县级",
        "乡级",
    ]
    assert entry.content == "=样例要素"


def test_paged_document():
    parsed = parse_catalogues(paged_document())
    (sheet,) = parsed.sheets

    assert _codes(parsed) == []
    assert sheet.shape.titles == ("附件2", "样例区义务教育领域政务公开标准目录")
    assert sheet.shape.notes == ("注：1.样例注。", "2.另一条样例注。")
    assert _names(sheet) == [
        ("1", "样例招生", "样例名录"),
        ("2", "样例招生", "样例方案"),
        ("3", "样例管理", "样例收费"),
    ]
    assert sheet.entries[1].content == "方案全文，包括范围和时间"
    assert sheet.entries[1].choices_of(CHANNEL) == (
        Choice(CHANNEL, "政府网站", True),
        Choice(CHANNEL, "精准推送", False, "家长"),
    )


def test_split_document():
    parsed = parse_catalogues(split_document())

    assert [sheet.shape.titles for sheet in parsed.sheets] == [("样例街道市政服务领域目录",), ("样例街道就业领域目录",)]
    assert _names(parsed.sheets[0]) == [
        ("1", "（一）样例供水", "样例通知"),
        ("2", "（一）样例供水", "样例标准"),
        ("1", "（二）样例其他", "样例标准"),
    ]
    entry = parsed.sheets[0].entries[0]
    assert entry.extras == (("样例列", "甲"),)
    assert entry.choices == (
        Choice(CHANNEL, "政府网站", True),
        Choice(CHANNEL, "政务新媒体", False),
        Choice(CHANNEL, "其他", True, "入口处张贴"),
        Choice(LEVEL, "县（区）级", True),
        Choice(LEVEL, "乡镇（街道）级", False),
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([[1, "甲", "乙", "要素", "及时公开"]], []),
        ([[1, "甲", "乙", "", "及时公开"]], [("no-content", 2)]),
        ([[1, "甲", "乙", "要素", "另行通知"]], [("time-limit-not-read", 2)]),
        ([[1, "", "乙", "要素", ""]], [("second-without-first", 2)]),
        ([[1, "甲", "乙", "要素", ""], [2, "", "", "要素", ""]], [("row-without-item", 3)]),
        ([[1, "甲", "乙", "要素", ""], ["", "", "", "要素", ""]], [("row-without-item", 3)]),
        ([[1, "甲", "乙", "要素", ""], [2, "", "乙", "要素", ""]], [("repeated-item", 3)]),
        ([[1, "甲" * 301, "乙", "要素", ""]], [("too-long", 2)]),
        ([[1, "甲", "乙", "要素", ""], ["随笔"], [2, "", "丙", "要素", ""]], [("row-ignored", 3)]),
        ([], [("no-items", 1)]),
    ],
)
def test_problem_of_a_row(rows, expected):
    parsed = parse_catalogues(sheet_with(*rows))

    assert [(problem.code, problem.row) for problem in parsed.problems] == expected
    assert all(problem.message and problem.remedy for problem in parsed.problems)


def test_item_without_second_level():
    parsed = parse_catalogues(sheet_with([1, "甲", "", "要素", ""], [2, "乙", "丙", "要素", ""]))

    assert (_codes(parsed), _names(parsed.sheets[0])) == ([], [("1", "甲", ""), ("2", "乙", "丙")])


def test_missing_column_and_mapping():
    content = sheet_with(
        ["1", "甲", "乙", "要素", "及时公开"], headings=["序号", "一级事项", "二级事项", "写什么", "公开时限"]
    )

    assert [problem.code for problem in parse_catalogues(content).problems] == ["missing-column", "further-column"]
    mapped = parse_catalogues(content, mapping={"写什么": Column.CONTENT})
    assert (mapped.problems, mapped.sheets[0].entries[0].content) == ((), "要素")


def test_mapping_of_a_heading_that_is_not_there():
    parsed = parse_catalogues(sheet_with([1, "甲", "乙", "要素", ""]), mapping={"写什么": Column.CONTENT})

    assert [(problem.code, problem.column) for problem in parsed.problems] == [("unknown-heading", "写什么")]
    assert not parsed.is_applicable


def test_tick_without_option_is_told():
    headings = ["序号", "一级事项", "二级事项", "公开内容", "公开渠道"]

    parsed = parse_catalogues(sheet_with([1, "甲", "乙", "要素", "√"], headings=headings))

    assert [(problem.code, problem.row) for problem in parsed.problems] == [("tick-without-option", 2)]


def test_unknown_option_is_told_once():
    headings = ["序号", "一级事项", "二级事项", "公开内容", "公开渠道"]
    rows = [[1, "甲", "乙", "要素", "■样例塔"], [2, "甲", "丙", "要素", "■样例塔"]]

    parsed = parse_catalogues(sheet_with(*rows, headings=headings))

    assert [(problem.code, problem.row) for problem in parsed.problems] == [("unknown-option", 2)]


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "empty-file"), (b"PK\x03\x04broken", "broken-file"), ("甲,乙\n丙,丁\n".encode(), "no-catalogue")],
)
def test_file_without_catalogue(content, code):
    parsed = parse_catalogues(content)

    assert ([problem.code for problem in parsed.problems], parsed.is_applicable) == ([code], False)


def test_row_that_says_what_headings_say_is_no_heading():
    content = sheet_with(["", "甲", "乙", "公开要素", "公开事项"], ["", "", "丙", "公开内容", ""])

    assert [entry.content for entry in parse_catalogues(content).sheets[0].entries] == ["公开要素", "公开内容"]


def test_headings_in_three_rows():
    top = ["序号", "公开事项", "", "公开内容", "公开对象", "", ""]
    below = [["", "一级事项", "二级事项", "", "全社会", "特定群体", ""], ["", "", "", "", "", "特定对象", "其他"]]
    content = sheet_with(*below, ["1", "甲", "乙", "要素", "√", "", "√ 丙"], headings=top)

    (sheet,) = parse_catalogues(content).sheets

    assert [heading.path for heading in sheet.shape.headings[4:]] == [
        ("公开对象", "全社会"),
        ("公开对象", "特定群体", "特定对象"),
        ("公开对象", "特定群体", "其他"),
    ]
    assert sheet.entries[0].choices == (
        Choice(AUDIENCE, "全社会", True),
        Choice(AUDIENCE, "特定对象", False),
        Choice(AUDIENCE, "其他", True, "丙"),
    )
    assert [parse_catalogues(write(sheet)).sheets for write in WRITERS.values()] == [(sheet,), (sheet,)]
