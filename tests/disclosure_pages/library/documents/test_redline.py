"""Two texts compared: readable, complete, and within bounds whatever comes."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_pages.library.documents.redline.alignment import align
from disclosure_pages.library.documents.redline.comparing import compare_texts
from disclosure_pages.library.documents.redline.segments import Change, compare_paragraphs
from disclosure_pages.library.documents.redline.tokens import tokens_of

TEXTS = st.lists(st.text("甲乙丙丁，。12ab", max_size=12), max_size=8)


def marked(old: str, new: str) -> str:
    signs = {Change.SAME: "{}", Change.DELETED: "[-{}]", Change.INSERTED: "[+{}]"}
    return "".join(signs[segment.change].format(segment.text) for segment in compare_paragraphs(old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("有效期五年。", "有效期五年。", "有效期五年。"),
        ("有效期2年。", "有效期12年。", "有效期[-2][+12]年。"),
        ("自2020年7月1日起", "自2026年7月1日起", "自[-2020][+2026]年7月1日起"),
        ("", "新增一句。", "[+新增一句。]"),
        ("删去一句。", "", "[-删去一句。]"),
        ("由区民政局负责", "由区财政局负责", "由区[-民][+财]政局负责"),
        ("甲的乙", "丙的丁", "[-甲的乙][+丙的丁]"),
        ("Wi-Fi and LAN", "Wi-Fi and WLAN", "Wi-Fi and [-LAN][+WLAN]"),
    ],
)
def test_change_is_marked_where_it_is(old, new, expected) -> None:
    assert marked(old, new) == expected


def test_tokens_are_characters_words_and_numbers() -> None:
    assert tokens_of("第3.14条ab一二，①") == ["第", "3.14", "条", "ab", "一", "二", "，", "①"]


@given(st.text(max_size=60))
@settings(deadline=None)
def test_tokens_lose_nothing(text) -> None:
    assert "".join(tokens_of(text)) == text


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_comparison_holds_both_texts_whole(old, new) -> None:
    rows = compare_texts(old, new).rows

    def read(without: Change) -> list[str]:
        return ["".join(part.text for part in row.segments if part.change != without) for row in rows]

    assert [text for text in read(Change.INSERTED) if text] == [text for text in old if text]
    assert [text for text in read(Change.DELETED) if text] == [text for text in new if text]


def test_inserted_paragraph_does_not_shift_those_below() -> None:
    old = ["第一条 目的。", "第二条 范围。", "第三条 附则。"]
    new = ["第一条 目的。", "第二条 全新的内容与前文无关。", "第三条 范围。", "第四条 附则。"]
    assert [*align(old, new)] == [
        ("第一条 目的。", "第一条 目的。"),
        (None, "第二条 全新的内容与前文无关。"),
        ("第二条 范围。", "第三条 范围。"),
        ("第三条 附则。", "第四条 附则。"),
    ]


def test_equal_texts_have_no_changes() -> None:
    assert compare_texts(["甲", "乙"], ["甲", "乙"]).changed == 0


def paragraphs_of(length: int, each: int, seed: int) -> list[str]:
    source = random.Random(seed)
    return ["".join(chr(source.randint(0x4E00, 0x5E00)) for _ in range(each)) for _ in range(length // each)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (paragraphs_of(66_000, 60, 1), paragraphs_of(66_000, 60, 2)),
        (paragraphs_of(66_000, 66_000, 1), paragraphs_of(66_000, 66_000, 2)),
        (["甲"] * 66_000, ["乙"] * 66_000),
        (["甲", "乙"] * 33_000, ["乙", "甲"] * 33_000),
        (["甲。" * 33_000], ["甲乙。" * 22_000]),
    ],
    ids=["paragraphs", "one block", "tiny paragraphs", "swapped", "sentences"],
)
def test_long_texts_are_compared_in_bounded_time(old, new) -> None:
    start = time.process_time()
    compare_texts(old, new)
    assert time.process_time() - start < 5


def test_usual_change_of_a_long_text_is_quick() -> None:
    old = paragraphs_of(66_000, 60, 1)
    new = [text[:20] + "新的内容" + text[22:] if index % 9 == 0 else text for index, text in enumerate(old)]
    start = time.process_time()
    assert compare_texts(old, new).changed == len(old) // 9 + 1
    assert time.process_time() - start < 1
