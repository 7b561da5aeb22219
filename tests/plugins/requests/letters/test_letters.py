import datetime as dt
import io
import zipfile

import docx
import pytest
from pypdf import PdfReader

from plugins.contrib.requests.enums import Outcome
from plugins.contrib.requests.letters.kinds import LETTER_KINDS
from plugins.contrib.requests.letters.pdf_file import write_pdf
from plugins.contrib.requests.letters.sheets import LetterSheet, chinese_day
from plugins.contrib.requests.letters.standard import standard_letters
from plugins.contrib.requests.letters.variables import (
    VARIABLES,
    UnknownVariable,
    check_variables,
    fill,
    gaps_in,
    variables_in,
)
from plugins.contrib.requests.letters.word_file import write_word

SHEET = LetterSheet(
    organ="云州市清溪区水务局",
    number="清水依复〔2026〕3号",
    title="政府信息公开申请答复书",
    body="陈小满：\n  你的申请收悉。\n\n现予以公开 <附件>。",
    day=dt.date(2026, 11, 7),
)
LINES = [
    "云州市清溪区水务局",
    "清水依复〔2026〕3号",
    "政府信息公开申请答复书",
    "陈小满：",
    "你的申请收悉。",
    "现予以公开 <附件>。",
    "云州市清溪区水务局",
    "2026年11月7日",
]


def test_there_is_a_letter_for_every_kind():
    assert list(standard_letters()) == [kind for kind, _label in LETTER_KINDS]
    assert [kind for kind in Outcome.values if kind not in standard_letters()] == []


@pytest.mark.parametrize("kind", [kind for kind, _label in LETTER_KINDS])
def test_letter_names_its_articles_and_its_case(kind):
    letter = standard_letters()[kind]
    assert "第" in letter.basis or "国办函" in letter.basis
    assert letter.body.splitlines()[0] in {"{{applicant}}：", "{{third_party}}："}
    assert "{{number}}" in letter.body


def test_every_decision_tells_of_remedies():
    """Refusals go to reconsideration first (行政复议法第二十三条), the others leave the choice."""
    first = {
        kind
        for kind, letter in standard_letters().items()
        if "{{court}}" not in letter.body and "行政复议" in letter.body
    }
    assert first == {"partly", *(kind for kind in Outcome.values if kind.startswith("refused_"))}
    assert [kind for kind in Outcome.values if "{{reconsideration_organ}}" not in standard_letters()[kind].body] == []


def test_every_variable_is_used():
    used = {name for letter in standard_letters().values() for name in variables_in(letter.body)}
    assert set(VARIABLES) - used == {"organ"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{{nummer}} 和 {{ 姓名 }}", "没有变量 {{nummer}}, {{姓名}}，请对照变量清单。"),
        ("{{number}", "有一个变量没有写完整，应写成 {{number}}。"),
    ],
)
def test_unknown_variable_is_named(text, sentence):
    with pytest.raises(UnknownVariable) as refused:
        check_variables([text])
    assert str(refused.value) == sentence


def test_what_is_not_known_stays_to_be_seen():
    filled = fill("{{applicant}}：{{ reason }}", {"applicant": "陈小满", "reason": ""})
    assert filled == "陈小满：{{ reason }}"
    assert gaps_in(filled) == ["答复的理由"]


def test_value_is_no_template():
    assert fill("{{applicant}}", {"applicant": "{{court}}", "court": "法院"}) == "{{court}}"


def test_word_file_reads_as_the_letter():
    document = docx.Document(io.BytesIO(write_word(SHEET)))
    assert [paragraph.text for paragraph in document.paragraphs] == LINES
    assert (document.core_properties.author, document.core_properties.comments) == ("", "")


def test_word_file_is_whole():
    assert zipfile.ZipFile(io.BytesIO(write_word(SHEET))).testzip() is None


def test_pdf_reads_as_the_letter():
    text = PdfReader(io.BytesIO(write_pdf(SHEET))).pages[0].extract_text()
    assert "".join(text.split()).startswith("".join("".join(LINES).split()))


def test_letter_without_addressee_has_all_its_lines():
    sheet = LetterSheet(organ="", number="", title="", body="第一行\n第二行", day=None)
    assert (sheet.addressee, sheet.paragraphs, sheet.signed_on) == ("", ["第一行", "第二行"], "")


def test_day_is_written_as_documents_bear_it():
    assert chinese_day(dt.date(2026, 1, 5)) == "2026年1月5日"
