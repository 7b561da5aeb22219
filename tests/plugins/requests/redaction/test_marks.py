"""What is found, what is shown instead, and what is refused."""

import pytest

from plugins.contrib.requests.redaction import (
    AreaMark,
    RedactionRefused,
    SpanMark,
    WordMark,
    page_facts,
    redact,
    shown_text,
)
from plugins.contrib.requests.redaction.folding import find, holds
from plugins.contrib.requests.redaction.kinds import Kind
from plugins.contrib.requests.redaction.verifying import verify

from .files import NAME, PHONE, full_docx, full_pdf, locked_pdf, scanned_pdf

MARK = WordMark(NAME, "refused_third_party")


@pytest.mark.parametrize(
    ("text", "words", "places"),
    [
        ("欧阳清和，欧阳清和", "欧阳清和", [(0, 4), (5, 9)]),
        ("欧 阳\n清\u3000和", "欧阳清和", [(0, 7)]),
        ("电话１３９-0000 1111", "13900001111", [(2, 15)]),
        ("Li Ming", "ｌｉ　ｍｉｎｇ", [(0, 7)]),
        ("买买提•艾力", "买买提·艾力", [(0, 6)]),
        ("⻢⼒", "马力", [(0, 2)]),
        ("aaa", "aa", [(0, 2), (1, 3)]),
        ("欧阳青和", "欧阳清和", []),
        ("任何", " -", []),
    ],
)
def test_words_are_found_however_they_are_typed(text, words, places):
    assert find(text, words) == places
    assert holds(text, words) == bool(places)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_text_is_copied_without_the_words(encoding):
    copy = redact(f"申请人欧 阳\r\n清和，{PHONE}。".encode(encoding), [MARK, WordMark(PHONE, "refused_law")])
    assert copy.content.decode() == "申请人■■■〔1〕，■■■〔2〕。"
    assert (copy.reasons, copy.found, copy.kind) == (("refused_third_party", "refused_law"), (1, 1), Kind.TEXT)


def test_blocks_do_not_tell_how_long_the_words_were():
    copies = [redact(words.encode(), [WordMark(words, "a")]).content.decode() for words in ("李", "欧阳清和")]
    assert copies == ["■■■〔1〕", "■■■〔1〕"]


@pytest.mark.parametrize("source", ["申请人欧阳清和，电话。".encode(), full_docx()])
def test_chosen_place_goes_and_its_like_elsewhere_stays(source):
    start = shown_text(source).index("申请人") + 3
    copy = redact(source, [SpanMark(start, start + 2, "refused_internal")])
    assert shown_text(copy.content).startswith("申请人■■■〔1〕清和，电话")


def test_places_that_meet_are_one_block():
    copy = redact("甲乙丙丁".encode(), [WordMark("甲乙", "a"), WordMark("乙丙", "b")])
    assert copy.content.decode() == "■■■〔1〕丁"


@pytest.mark.parametrize(
    ("content", "marks", "sentence"),
    [
        ("任何".encode(), [], "尚未标记任何内容，请标记文字或者页面上的区域。"),
        ("任何".encode(), [WordMark(" - ", "a")], "有一处标记没有可查找的文字。"),
        (
            "任何".encode(),
            [MARK],
            "文本中没有“欧阳清和”。如果在页面上能看到它，请标记所在区域。",
        ),
        ("任何".encode(), [SpanMark(1, 9, "a")], "所选位置不在这份文本中，请重新选择。"),
        (
            "任何".encode(),
            [AreaMark(1, 0, 0, 1, 1, "a")],
            "只有 PDF 的页面可以按区域标记，请改为按文字标记。",
        ),
        (full_pdf(), [AreaMark(3, 0, 0, 1, 1, "a")], "没有第 3 页：这份 PDF 共 2 页。"),
        (full_pdf(), [AreaMark(2, 60, 0, 50, 1, "a")], "第 2 页上的一个区域超出了页面。"),
        (scanned_pdf(), [MARK], "第 1 页的文字无法查找。请在每一页上标记区域，或者确认页上没有需要隐去的内容。"),
        (locked_pdf(), [MARK], "这份 PDF 设有密码，请先取消密码后保存。"),
        (full_pdf()[:3000], [MARK], "这份 PDF 已损坏，无法读取，请先重新打印为 PDF。"),
        (b"PK\x03\x04...", [MARK], "这份 DOCX 已损坏或者已加锁，请取消密码后重新保存。"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            [MARK],
            "这是旧版 .doc 或者设有密码的文件，请另存为不带密码的 DOCX。",
        ),
        (b"\x00\x01", [MARK], "只能处理文本、DOCX 和 PDF 文件，请先将文件打印为 PDF。"),
        (b"\x81\xff", [MARK], "这份文本的编码无法识别，请另存为 UTF-8。"),
    ],
)
def test_refusals_say_what_helps(content, marks, sentence):
    with pytest.raises(RedactionRefused) as refused:
        redact(content, marks)
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("content", "kind"), [(full_pdf(), Kind.PDF), (full_docx(), Kind.DOCX), (NAME.encode(), Kind.TEXT)]
)
def test_file_that_still_has_a_word_is_not_handed_out(content, kind):
    with pytest.raises(RedactionRefused):
        verify(content, kind, [NAME])


def test_page_without_text_is_told():
    assert [page.is_searchable for page in page_facts(full_pdf()) + page_facts(scanned_pdf())] == [True, True, False]
    assert [page.notes for page in page_facts(full_pdf())] == [2, 0]


@pytest.mark.parametrize(
    "marked", ["欧阳\ufe00清和", "欧\U000e0100阳清和\ufe0f", "欧\u3164阳清和", "欧阳清\u0301和\u0301"]
)
def test_marks_upon_letters_hide_no_word(marked):
    copy = redact(f"申请人{marked}。".encode(), [MARK])

    assert copy.content.decode() == "申请人■■■〔1〕。"
    with pytest.raises(RedactionRefused):
        verify(marked.encode(), Kind.TEXT, [NAME])


def test_accents_are_found_however_they_are_put_together():
    assert find("Jose\u0301 et José", "josé") == [(0, 5), (9, 13)]
    assert find("Jose", "José") == [(0, 4)]
