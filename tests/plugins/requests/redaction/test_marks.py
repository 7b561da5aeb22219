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
        ("任何".encode(), [], "Nothing is marked yet. Mark words, or an area of a page."),
        ("任何".encode(), [WordMark(" - ", "a")], "A mark has no letters to look for."),
        (
            "任何".encode(),
            [MARK],
            "“欧阳清和” is nowhere in the text. If it can be seen on a page, mark its area.",
        ),
        ("任何".encode(), [SpanMark(1, 9, "a")], "A chosen place is not in this text. Choose it again."),
        (
            "任何".encode(),
            [AreaMark(1, 0, 0, 1, 1, "a")],
            "Areas can be marked on the pages of a PDF only. Mark words instead.",
        ),
        (full_pdf(), [AreaMark(3, 0, 0, 1, 1, "a")], "There is no page 3: this PDF has 2."),
        (full_pdf(), [AreaMark(2, 60, 0, 50, 1, "a")], "An area on page 2 is not within the page."),
        (scanned_pdf(), [MARK], "“欧阳清和” is nowhere in the text. If it can be seen on a page, mark its area."),
        (locked_pdf(), [MARK], "This PDF is locked with a password. Save it without the password first."),
        (full_pdf()[:3000], [MARK], "This PDF is broken and cannot be read. Print it to a new PDF first."),
        (b"PK\x03\x04...", [MARK], "This DOCX is broken or locked. Save it anew, without a password."),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            [MARK],
            "This is an old .doc or a file with a password. Save it as DOCX without a password.",
        ),
        (b"\x00\x01", [MARK], "Only text, DOCX and PDF can be redacted. Print the file to a PDF first."),
        (b"\x81\xff", [MARK], "This text is in an encoding that cannot be read. Save it as UTF-8."),
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
    assert [page.has_text for page in page_facts(full_pdf()) + page_facts(scanned_pdf())] == [True, True, False]
    assert [page.notes for page in page_facts(full_pdf())] == [2, 0]
