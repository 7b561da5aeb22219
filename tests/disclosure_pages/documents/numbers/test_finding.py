from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_pages.documents.numbers.document_number import find_document_numbers

from .spellings import ordinary


def _printed(text: str, **options) -> list[str]:
    return [str(found.number) for found in find_document_numbers(text, **options)]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("请按长政办发〔2019〕54号执行。", ["长政办发〔2019〕54号"]),
        ("《样例办法》（宁发改办〔2017〕474号）同时废止。", ["宁发改办〔2017〕474号"]),
        ("依据国办发[2019]54号和国发(2020)1号文件精神", ["国办发〔2019〕54号", "国发〔2020〕1号"]),
        ("本办法由芙政办发〔2020〕3号废止", ["芙政办发〔2020〕3号"]),
        ("现将长政办发〔2019〕54号转发给你们", ["长政办发〔2019〕54号"]),
        ("（国务院令 第 711 号）和（湘政办发〔2020〕9 号）", ["国务院令第711号", "湘政办发〔2020〕9号"]),
        ("自然资办函〔2020〕1号", ["自然资办函〔2020〕1号"]),
        ("（和政发〔2020〕1号）", ["和政发〔2020〕1号"]),
        ("根据经开发〔2020〕3号", ["经开发〔2020〕3号"]),
        ("按样财局、样税局公告2020年第8号办理", ["样财局、样税局公告2020年第8号"]),
        ("样财局 样税局公告2020年第8号", ["样财局样税局公告2020年第8号"]),
        ("样税务局2019年第45号公告", ["样税务局公告2019年第45号"]),
        ("见2024年第3号公告", ["公告2024年第3号"]),
        ("样市人民政府办公室文件\n样政办发〔2020〕8号\n", ["样政办发〔2020〕8号"]),
        ("样市人民政府\n令\n第128号", ["样市人民政府令第128号"]),
        ("长 政 办 发 〔 2020 〕 9 号", ["长政办发〔2020〕9号"]),
        ("长政发〔2016〕5号之一、长政发〔2016〕5-2号", ["长政发〔2016〕5号之一", "长政发〔2016〕5-2号"]),
        ("长政发〔98〕12号", ["长政发〔1998〕12号"]),
        ("样市人民政府令第十二号公布", ["样市人民政府令第12号"]),
        ("长发改〔2020〕5号长财〔2020〕6号", ["长发改〔2020〕5号", "长财〔2020〕6号"]),
    ],
)
def test_numbers_in_running_text(text, printed):
    assert _printed(text) == printed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "〔2019〕54号",
        "依照（2019）第3号",
        "住在第3号楼，2019年第3号",
        "第三条（一）第5号窗口",
        "见附表（12）第3号",
        "2019年12月5日，第1次会议",
        "电话〔0731〕84号",
    ],
)
def test_text_without_numbers(text):
    assert _printed(text) == []


def test_numbers_that_share_an_agency():
    text = "长政发〔2016〕5号、8号和12号，〔2017〕3号同时废止，另见6号楼、7号令"

    found = find_document_numbers(text)

    assert [str(one.number) for one in found] == [
        *["长政发〔2016〕5号", "长政发〔2016〕8号"],
        *["长政发〔2016〕12号", "长政发〔2017〕3号"],
    ]
    assert [one.text for one in found] == ["长政发〔2016〕5号", "8号", "12号", "〔2017〕3号"]


@pytest.mark.parametrize("mark", ["、", "，", ",", "和", "与", "及", "以及"])
@pytest.mark.parametrize("ending", ["", "文件", "文", "文件同时废止", "文同时废止", "文件和其他文件"])
def test_short_number_behind_one_in_full(mark, ending):
    assert _printed(f"按长政办发〔2020〕5号{mark}8号{ending}") == ["长政办发〔2020〕5号", "长政办发〔2020〕8号"]


@pytest.mark.parametrize("text", ["长政办发〔2020〕5号文、8号文", "长政办发〔2020〕5号文件，8号文件废止"])
def test_short_number_behind_the_word_for_a_document(text):
    assert _printed(text) == ["长政办发〔2020〕5号", "长政办发〔2020〕8号"]


@pytest.mark.parametrize("place", ["8号楼", "8号文化路", "8号文体中心", "8号地块", "8号令"])
def test_places_are_no_short_numbers(place):
    assert _printed(f"长政办发〔2020〕5号、{place}") == ["长政办发〔2020〕5号"]


def test_place_of_a_number():
    text = "依据《条例》（ 国务院令 第 711 号 ），请办理"

    (found,) = find_document_numbers(text)

    assert (found.text, text[found.start : found.end]) == ("国务院令 第 711 号",) * 2


def test_known_agencies_decide_where_a_code_begins():
    text = "市里同和政发〔2020〕1号"

    assert _printed(text, agencies={"和政发", "政发"}) == ["和政发〔2020〕1号"]


@given(st.lists(ordinary, max_size=4), st.sampled_from(["，", "（", "》", "：\n", "。"]))
def test_printed_numbers_are_found_between_marks(numbers, mark):
    text = "".join(f"{mark}{number}）" for number in numbers)

    assert [found.number for found in find_document_numbers(text)] == numbers


@given(st.one_of(st.text(), st.text(alphabet="长政办发令公告第号年〔〕()一二2019 -、和由按", max_size=200)))
def test_found_text_stands_where_it_is_said_to(text):
    end = 0
    for found in find_document_numbers(text):
        assert found.text == text[found.start : found.end]
        assert end <= found.start < found.end
        end = found.end


@pytest.mark.parametrize(
    "piece",
    [
        "长",
        "第",
        "（",
        " ",
        "、",
        "一",
        "长政 ",
        "2019 ",
        "第1号、",
        "长政发〔2019〕5号、",
        "〔2019〕5号",
        "、6号",
        "〔2019〕",
        "令第",
    ],
)
def test_time_grows_with_the_text_and_no_faster(piece):
    def seconds(length: int) -> float:
        text = ("长政发〔2019〕5号" + piece * length)[:length]
        started = time.process_time()
        find_document_numbers(text)
        return time.process_time() - started

    short, long = min(seconds(10_000) for _ in range(3)), min(seconds(80_000) for _ in range(2))

    assert long < 24 * max(short, 0.002)
