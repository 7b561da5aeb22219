"""Reading document numbers as people write and type them; see README.md for what is accepted."""

from __future__ import annotations

import re

from .finding import Found, find_document_numbers
from .folding import compact
from .grammar import ENDING, HAN, NAME, SERIAL, SUFFIX, SUFFIX_AFTER, TAIL, YEAR, make_number
from .number import ENDINGS, DocumentNumber, NumberForm, NumberKind

__all__ = [
    "DocumentNumber",
    "Found",
    "NumberForm",
    "NumberKind",
    "find_document_numbers",
    "normalise",
    "parse_document_number",
    "parse_document_numbers",
]

# Longer text is no number; the limit also bounds the work.
_MAX_LENGTH = 120
_GAP = "[()\\-/_.,:· ]{0,3}"
_COUNT = f"(?P<serial>{SERIAL})(?P<suffix>{SUFFIX})?"
_END = f"号?(?P<after>{SUFFIX_AFTER}|-[0-9]{{1,3}})?(?:文件?)?"
_PATTERNS = (
    # 国务院令第711号, 国务院令711; a serial that looks like a year with another number behind it is a year.
    re.compile(f"(?P<agency>(?:{NAME})?(?:{ENDING}))第?(?!(?:19|20)[0-9]{{2}}-){_COUNT}{_END}"),
    # 长政办发〔2019〕54号, X公告2024年第3号
    re.compile(f"(?P<agency>{NAME}){_GAP}第?(?P<year>{YEAR})(?P<mark>{_GAP}年?度?{_GAP}第?){_COUNT}{_END}"),
    # 长沙市人民政府2024年第3号公告, 第128号令
    re.compile(
        f"(?P<agency>(?:{NAME})?)(?:{_GAP}(?P<year>{YEAR})(?P<mark>{_GAP}年?{_GAP}))?第?{_COUNT}号(?P<tail>(?:{TAIL}))"
    ),
    # 第711号国务院令
    re.compile(f"第{_COUNT}号(?P<agency>)(?P<tail>[{HAN}]{{2,30}}?(?:{TAIL}))"),
    # 〔86〕国函字第12号
    re.compile(f"[(](?P<year>{YEAR})年?[)](?!第)(?P<agency>{NAME})第?{_COUNT}号(?P<after>{SUFFIX_AFTER})?"),
)
_BETWEEN = re.compile(r"(?<=号)[、,;/和及与 ]*(?![、,;/和及与 ]|之|-|文|令|公告|通告|布告|$)")


def parse_document_number(text: str) -> DocumentNumber | None:
    """The number that the whole of ``text`` is, or ``None``.

    Width, brackets, white space, leading zeros, a missing 第 or 号, Chinese numerals, brackets or 文件 around it make
    no difference.
    """
    return _parse(_without_outer_brackets(compact(text)))


def parse_document_numbers(text: str) -> list[DocumentNumber]:
    """The numbers that the whole of ``text`` consists of, side by side as joint issuers print them; empty if not."""
    whole = parse_document_number(text)
    if whole is not None:
        return [whole]
    numbers = [_parse(part) for part in _BETWEEN.split(compact(text)) if part]
    return [number for number in numbers if number is not None] if None not in numbers else []


def normalise(text: str) -> str:
    """What two spellings of one number have in common: its ``key``.

    Text that is no number becomes itself without differences of width, brackets and white space, so that a number of
    an unknown form still equals itself.
    """
    prepared = _without_outer_brackets(compact(text))
    number = _parse(prepared)
    return number.key if number is not None else prepared


def _without_outer_brackets(text: str) -> str:
    """``text`` without brackets around all of it; those of ``(86)国函字第12号`` stay."""
    while len(text) > 2 and text[0] == "(" and text[-1] == ")" and text.count("(") == text.count(")"):
        text = text[1:-1].strip()
    return text


def _parse(text: str) -> DocumentNumber | None:
    if len(text) > _MAX_LENGTH:
        return None
    matches = (pattern.fullmatch(text) for pattern in _PATTERNS)
    return next((number for match in matches if match and (number := _number_of(match))), None)


def _number_of(match: re.Match[str]) -> DocumentNumber | None:
    parts = match.groupdict(default="")
    agency = parts["agency"] + parts.get("tail", "")
    year, suffix = parts.get("year", ""), parts["suffix"] or parts.get("after", "")
    if year and not year.isascii() and not parts.get("mark"):
        return None  # 二〇一九五十四 could be divided anywhere
    return make_number(
        agency=agency, year=year, serial=parts["serial"], suffix=suffix, form=_form(match, agency=agency, year=year)
    )


def _form(match: re.Match[str], *, agency: str, year: str) -> NumberForm:
    if not year:
        return NumberForm.RUNNING
    is_bracketed = "(" in match.string or ")" in match.string
    return NumberForm.BRACKETED if is_bracketed or not agency.endswith(ENDINGS) else NumberForm.YEARLY
