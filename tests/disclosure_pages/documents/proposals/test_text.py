"""Any text is read, at a cost in proportion to its length, and what is found stands where it is said to stand."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_pages.documents.proposals.finding import find_proposals
from disclosure_pages.documents.proposals.reading import read
from disclosure_pages.documents.proposals.titles import find_titles

PIECES = [
    *'《》〈〉（）()“”"「」、，。；：？\n \u3000\u200b\ue000\ue001①㈠²',
    *"甲乙原将与和及第条款至自起年月日号",
    *[
        "《甲办法》",
        "长政办发〔2016〕5号",
        "（长政办发〔2016〕5号）",
        "第三条",
        "2020年7月1日",
        "二〇二〇年七月一日",
        "5年",
    ],
    *[
        "同时废止",
        "废止",
        "失效",
        "停止执行",
        "修改为",
        "有效期",
        "延长",
        "继续有效",
        "根据",
        "贯彻落实",
        "本办法",
        "自发布之日起",
        "施行",
    ],
    *["以下文件予以废止：\n", "1.", "拟", "不予", "制定本办法", "30日后", "\r\n\r\n", "𠮷", "é", "\x00"],
]
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))


def _bare(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and char not in "\u200b\u200c\u200d\ufeff\u00ad")


@settings(max_examples=500, deadline=None)
@given(text=TEXTS)
def test_evidence_stands_in_the_text(text: str) -> None:
    for found in find_proposals(text):
        assert 0 <= found.start < found.end <= len(text)
        assert _bare(text[found.start : found.end]) == _bare(found.sentence)


@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_reading_loses_nothing_but_space(text: str) -> None:
    reading = read(text)
    assert len(reading.text) == len(reading.offsets)
    assert _bare("".join(text[offset] for offset in reading.offsets)) == _bare(text)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("见《甲》和《乙》", ["《甲》", "《乙》"]),
        ("《关于《甲》和《乙》的通知》", ["《关于《甲》和《乙》的通知》"]),
        ("《关于印发《甲》的通知（国发〔2016〕1号）。《乙》", ["《甲》", "《乙》"]),
        ("《没有结尾\n《甲》", ["《甲》"]),
        ("》《甲》》", ["《甲》"]),
        ("《" + "长" * 300 + "《甲》》", ["《甲》"]),
    ],
)
def test_titles_are_found_with_their_marks(text: str, titles: list[str]) -> None:
    assert [text[start:end] for start, end in find_titles(text)] == titles


@pytest.mark.parametrize(
    "piece",
    [
        *["《", "》", "（", "“", "”", '"', "（《", "1.", "\n", "一", "1", "甲", "自", "自2020年", "本办法", "有效期"],
        *["《甲》", "《甲》、", "《甲》同时", "《甲》第三条", "根据《甲》，", "延长《甲》", "将《甲》", "第三条、"],
        *["为贯彻落实", "以下文件予以废止：", "长政办发〔2016〕5号、", "关于印发《甲》的通知"],
    ],
)
def test_cost_grows_with_length_only(piece: str) -> None:
    """Of two texts, one of 200 kB and one of a quarter of it."""
    long = _seconds(piece * (66_000 // len(piece)))
    assert long < max(8 * _seconds(piece * (16_500 // len(piece))), 2)


def _seconds(text: str) -> float:
    start = time.process_time()
    find_proposals(text)
    return time.process_time() - start
