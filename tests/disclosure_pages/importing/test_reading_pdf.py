"""PDF files: paragraphs over pages, furniture of pages, tables over pages."""

from disclosure_pages.importing.reading import read_document
from disclosure_pages.importing.reading.blocks import Table
from tests.factories.official_documents import BODY, CENTRE, LEFT, MARK, TABLE, TITLE, make_pdf

SENTENCE = "各单位要按照职责分工建立台账，明确责任人员和完成时限，定期汇总上报进展情况并接受检查，"


def _blocks(parts):
    return read_document(make_pdf(parts)).blocks


def test_paragraph_over_two_pages_is_one():
    parts = [(BODY, f"第{number}段：{SENTENCE * 6}确保落实。") for number in range(1, 9)]

    assert [block.text for block in _blocks(parts)] == [text for _place, text in parts]


def test_pages_are_counted_and_their_numbers_dropped():
    blocks = _blocks([(BODY, f"{SENTENCE * 12}完。")] * 5)

    assert blocks[0].page == 1
    assert blocks[-1].page > 2
    assert not [block.text for block in blocks if "—" in block.text]


def test_alignment_shows_head_and_title():
    head = [(MARK, "清溪区文件"), (CENTRE, "清政〔2021〕1号")]
    blocks = _blocks([*head, (TITLE, "关于防汛的通知"), (LEFT, "各街道办事处：")])

    assert [block.alignment for block in blocks] == ["centre", "centre", "centre", "left"]


def test_mark_that_fills_more_than_a_line_is_one_paragraph():
    blocks = _blocks([(MARK, "云州市清溪区人民政府办公室文件"), (CENTRE, "清政办〔2021〕1号"), (BODY, SENTENCE)])

    assert blocks[0].text == "云州市清溪区人民政府办公室文件"


def test_table_over_two_pages_is_one():
    rows = [["序号", "单位", "任务"], *([str(number), "区教育局", "校舍维修"] for number in range(1, 40))]
    _text, table = _blocks([(BODY, "任务分工如下。"), (TABLE, rows)])

    assert isinstance(table, Table)
    assert [list(table.row_texts(row)) for row in range(table.height)] == rows
