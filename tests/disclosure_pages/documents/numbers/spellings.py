"""Document numbers at random, and the ways in which people spell them."""

from __future__ import annotations

from hypothesis import strategies as st

from disclosure_pages.documents.numbers.document_number import DocumentNumber, NumberForm

_CODES = (
    "长政办发 芙政函 芙政办函 国办发 宁发改办 样建标 和政发 经开发 财税字 第一师办发 X政发 三府 一二政发 年丰办 号街办"
)
_NAMES = "长沙市人民政府令 国务院令 样区人民政府公告 样区人民政府通告 国家税务总局公告 公告 令 财政部、税务总局公告"
_BRACKETS = "〔〕 （） () ［］ [] 【】 〈〉 <> {} 〔) （】 [〕 〖〗 ＜＞ ﹝﹞ (( 〕〔"
CODES, NAMES, BRACKETS = _CODES.split(), _NAMES.split(), _BRACKETS.split()
YEARS = st.integers(1949, 2048)
SERIALS = st.integers(1, 99_999)
#: 令第2019-1号 is the first of 2019, so a number that runs on and has a suffix stays below.
RUNNING_SERIALS = st.integers(1, 1_899)
SUFFIXES = st.sampled_from(["", "", "", "-1", "-12", "之一", "之十二", "A", "甲"])

ordinary = st.builds(DocumentNumber, st.sampled_from(CODES), YEARS, SERIALS, SUFFIXES, st.just(NumberForm.BRACKETED))
bracketed_names = st.builds(
    DocumentNumber, st.sampled_from(NAMES), YEARS, SERIALS, SUFFIXES, st.just(NumberForm.BRACKETED)
)
yearly = st.builds(DocumentNumber, st.sampled_from(NAMES), YEARS, SERIALS, SUFFIXES, st.just(NumberForm.YEARLY))
running = st.builds(
    DocumentNumber, st.sampled_from(NAMES), st.none(), RUNNING_SERIALS, SUFFIXES, st.just(NumberForm.RUNNING)
)
numbers = st.one_of(ordinary, bracketed_names, yearly, running)

_FULL_WIDTH = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})
_SPACES = ["", " ", "\u3000", "\u00a0", "\u200b", "\t", "\n", "  "]
_CHINESE = str.maketrans("0123456789", "〇一二三四五六七八九")


@st.composite
def spelled(draw: st.DrawFn, number: DocumentNumber) -> str:
    """One of the ways to write ``number`` with every part of it."""
    digits = draw(st.sampled_from([_arabic, _padded, _chinese]))
    year = _chinese(number.year) if digits is _chinese else str(number.year)
    serial, suffix = digits(number.serial), number.suffix
    count = f"{serial}号{suffix}" if suffix.startswith("之") else f"{serial}{suffix}号"
    opening, closing = tuple(draw(st.sampled_from(BRACKETS)))
    ordinal = draw(st.sampled_from(["", "第"]))
    if number.form is NumberForm.BRACKETED:
        text = f"{number.agency}{opening}{year}{closing}{ordinal}{count}"
    else:
        text = f"{number.agency}{'' if number.year is None else f'{year}年'}第{count}"
    if draw(st.booleans()) and not suffix:
        text = text.removesuffix("号")
    return draw(_spaced(draw(st.sampled_from([text, text.translate(_FULL_WIDTH)]))))


@st.composite
def _spaced(draw: st.DrawFn, text: str) -> str:
    gaps = draw(st.lists(st.sampled_from(_SPACES), min_size=len(text), max_size=len(text)))
    return "".join(gap + character for gap, character in zip(gaps, text, strict=True))


def _arabic(value: int) -> str:
    return str(value)


def _padded(value: int) -> str:
    return f"{value:06d}"


def _chinese(value: int) -> str:
    return str(value).translate(_CHINESE)
