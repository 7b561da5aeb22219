"""Plain text, with the line breaks that windows and pages put into it."""

import pytest

from disclosure_pages.importing.reading import read_document
from disclosure_pages.importing.reading.blocks import Table


def _texts(text):
    return [block.text for block in read_document(text.encode()).blocks]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_encodings(encoding):
    (block,) = read_document("关于放假的通知〔2021〕".encode(encoding)).blocks

    assert block.text == "关于放假的通知〔2021〕"


def test_guessed_encoding_is_a_remark():
    encodings = ("utf-8", "gb18030")

    assert [len(read_document("放假通知".encode(encoding)).remarks) for encoding in encodings] == [0, 1]


def test_page_break_within_a_sentence_is_none():
    text = "各单位要按照职责分工，明确责任人员，建立健全工作台账，及时汇总上报进展情\n— 2 —\n\n况，确保任务落实。"

    assert _texts(text) == [
        "各单位要按照职责分工，明确责任人员，建立健全工作台账，及时汇总上报进展情况，确保任务落实。"
    ]


def test_indented_paragraphs_are_joined():
    first = "　　{}段的文字很长所以在窗口的边上被断成了两行但是它其实是同一个段落里面的\n内容。\n"

    assert _texts("".join(first.format(number) for number in "一二三")) == [
        f"{number}段的文字很长所以在窗口的边上被断成了两行但是它其实是同一个段落里面的内容。" for number in "一二三"
    ]


def test_long_title_is_not_joined_with_the_addressees():
    text = "云州市清溪区人民政府办公室关于进一步加强农贸市场管理工作的通知\n各街道办事处：\n请照办。"

    assert len(_texts(text)) == 3


@pytest.mark.parametrize("number", ["— 3 —", "-3-", "－ 3 －", "第3页 共8页", "3/8"])
def test_page_numbers_are_dropped(number):
    assert _texts(f"第一段。\n{number}\n第二段。") == ["第一段。", "第二段。"]


def test_tabs_make_a_table_with_headings_once():
    text = "附件\n序号\t单位\t任务\n1\t区教育局\t校舍\n序号\t单位\t任务\n2\t区财政局\t资金\n完"
    _first, table, _last = read_document(text.encode()).blocks

    assert isinstance(table, Table)
    assert [table.row_texts(row) for row in range(table.height)] == [
        ("序号", "单位", "任务"),
        ("1", "区教育局", "校舍"),
        ("2", "区财政局", "资金"),
    ]
