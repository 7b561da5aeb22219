"""The text of a page from the blocks of a document."""

import pytest

from disclosure_pages.importing.composing.numbering import Kind, heading_kinds
from disclosure_pages.importing.composing.prose import compose_prose
from disclosure_pages.importing.composing.tables import table_value
from disclosure_pages.importing.reading import read_document
from disclosure_pages.importing.reading.blocks import Cell, Table
from disclosure_pages.importing.recognition import find_layout
from tests.disclosure_pages.importing import look_alikes
from tests.factories.official_documents import NOTICE, make_docx, make_pdf, make_text


def _prose(content):
    document = read_document(content)
    return compose_prose(document, find_layout(document))


def _html(text):
    return "".join(block["value"] for block in _prose(text.encode()))


@pytest.mark.parametrize("make", [make_text, make_docx, make_pdf])
def test_notice_in_every_format(make):
    text, table = _prose(make(NOTICE))

    assert text["value"] == (
        "<p>各街道办事处，区直有关单位：</p>"
        "<p>《清溪区社区食堂管理办法（试行）》已经区人民政府同意，现印发给你们，请照此办理。</p>"
        "<p>附件：1. 社区食堂申报表</p><p>2. 社区食堂补助标准</p>"
        "<p>云州市清溪区人民政府办公室</p><p>2021年3月8日</p>"
        "<h2>清溪区社区食堂管理办法（试行）</h2><h3>第一章　总则</h3>"
        "<p><b>第一条</b>　为了让老年居民就近用餐，规范社区食堂的开办和运行，制定本办法。</p>"
        "<p><b>第二条</b>　本区范围内社区食堂的开办、补助和监督，适用本办法。</p><h3>第二章　开办</h3>"
        "<p><b>第三条</b>　开办社区食堂应当有固定场所，并依法取得食品经营许可。</p><h3>第三章　附则</h3>"
        "<p><b>第四条</b>　本办法自2021年4月1日起施行，有效期二年。《清溪区老年助餐点管理办法》"
        "（清政办发〔2016〕21号）同时废止。</p><h2>附件2 社区食堂补助标准</h2>"
    )
    assert table["value"]["data"][1] == ["一类", "100平方米以上", "30000"]


def test_headings_without_parts_begin_at_the_second_level():
    html = _html(look_alikes.FROM_PORTAL)

    assert [text in html for text in ("<h2>一、总体要求</h2>", "<h2>三、附则</h2>")] == [True, True]
    assert "<p>（一）建设设施。新建小区应当配套建设养老用房。</p>" in html


def test_sentences_with_numbers_are_no_headings():
    assert "<h" not in _html(look_alikes.ANNOUNCEMENT)


def test_title_and_foot_are_not_in_the_text():
    html = _html(look_alikes.OLD)

    assert [word in html for word in ("关于做好", "抄送", "印发", "主题词", "各中小学校")] == [False] * 4 + [True]


def test_markup_in_a_text_is_text():
    html = _html("关于系统维护的通知\n各单位：\n请勿使用 <b onclick=go()> 标签 & 其他。\n")

    assert "&lt;b onclick=go()&gt; 标签 &amp; 其他" in html


@pytest.mark.parametrize(
    ("texts", "kinds"),
    [
        (["一、目标", "做好工作。", "二、任务", "完成任务。"], [Kind.FIRST]),
        (["一、目标", "（一）近期", "一句话。", "（二）远期", "一句话。"], [Kind.FIRST, Kind.SECOND]),
        (["1. 申请表", "2. 承诺书", "3. 身份证"], []),
        (["一、做好工作。", "二、完成任务。"], []),
        (["第一章　总则", "第一条　目的。", "第一节　范围", "第二条　范围。"], [Kind.CHAPTER, Kind.SECTION]),
        (["2021年工作", "3.5万元", "12345热线"], []),
    ],
)
def test_heading_kinds(texts, kinds):
    assert heading_kinds(texts) == kinds


def test_merged_cells_of_a_table():
    table = Table(
        (Cell("项目", 0, 0), Cell("标准", 0, 1), Cell("伙食", 1, 0, rows=2), Cell("甲", 1, 1), Cell("乙", 2, 1))
    )
    value = table_value(table)

    assert value["data"] == [["项目", "标准"], ["伙食", "甲"], ["", "乙"]]
    assert value["mergeCells"] == [{"row": 1, "col": 0, "rowspan": 2, "colspan": 1}]
    assert value["cell"] == [{"row": 2, "col": 0, "hidden": True}]
    assert value["table_header_choice"] == "row"


def test_first_row_of_one_cell_is_the_caption():
    cells = (
        Cell("资金 分配表", 0, 0, columns=2),
        Cell("区", 1, 0),
        Cell("万元", 1, 1),
        Cell("清溪", 2, 0),
        Cell("3", 2, 1),
    )
    value = table_value(Table(cells))

    assert (value["table_caption"], value["data"]) == ("资金 分配表", [["区", "万元"], ["清溪", "3"]])


def test_headings_that_reach_into_the_rows_are_cells():
    table = Table((Cell("单位", 0, 0, rows=2), Cell("任务", 0, 1), Cell("教育", 1, 1)))

    assert table_value(table)["table_header_choice"] == "neither"
