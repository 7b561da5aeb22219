"""Reading the part of a number that people remember: “〔2019〕54号”, “2019 54”, “54号”, “长政办发〔2019〕”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .document_number import parse_document_number
from .folding import compact
from .grammar import FOUR_DIGITS, MAX_SERIAL, NAME, SERIAL, read_year
from .number import DocumentNumber, agency_key
from .numerals import read_numeral

_MAX_LENGTH = 120
_BRACKETED = f"[(](?P<year>{FOUR_DIGITS}|[0-9]{{2}})年?[)]"
_PATTERNS = (
    # 〔2019〕54号, 〔2019〕
    re.compile(f"{_BRACKETED}(?:第?(?P<serial>{SERIAL})号?文?)?"),
    # 2019年第54号, 2019年54号, 2019 54, 2019-54号; 201954 alone is just a number
    re.compile(f"(?P<year>(?:{FOUR_DIGITS}))(?:[年)][- ]?第?|[- (/.]第?|第)(?P<serial>{SERIAL})号?文?"),
    # 〔2019 54号: the closing bracket was forgotten
    re.compile("[(](?P<year>(?:19|20)[0-9]{2})第?(?P<serial>[0-9]{1,5})号"),
    # 54号, 第54号
    re.compile(f"第?(?P<serial>{SERIAL})号文?"),
    # 长政办发〔2019〕
    re.compile(f"(?P<agency>{NAME}){_BRACKETED}"),
    # 长政办发54号
    re.compile(f"(?P<agency>{NAME})第?(?P<serial>[0-9]{{1,5}})号文?"),
)


@dataclass(frozen=True, slots=True)
class PartialNumber:
    """What somebody typed of a number; ``None`` and empty for what is not said. At least one of them is said.

    ``agency`` is a key (``DocumentNumber.agency_key``), possibly of a part of the agency: 令 of 国务院令.
    """

    agency: str = ""
    year: int | None = None
    serial: int | None = None

    def matches(self, number: DocumentNumber) -> bool:
        """Whether ``number`` may be the one that is meant."""
        return (
            self.agency in number.agency_key
            and self.year in {None, number.year}
            and self.serial in {None, number.serial}
        )


def parse_partial(text: str) -> PartialNumber | None:
    """The constraints that the whole of ``text`` puts on a number; ``None`` if it reads like no part of one.

    A plain number, a plain year and a plain name are no parts of numbers: they may be anything.
    """
    whole = parse_document_number(text)
    if whole is not None:
        return PartialNumber(agency=whole.agency_key, year=whole.year, serial=whole.serial)
    prepared = compact(text)
    if len(prepared) > _MAX_LENGTH:
        return None
    matches = (pattern.fullmatch(prepared) for pattern in _PATTERNS)
    return next((partial for match in matches if match and (partial := _partial_of(match))), None)


def _partial_of(match: re.Match[str]) -> PartialNumber | None:
    parts = match.groupdict()
    year = read_year(parts["year"]) if parts.get("year") else None
    serial = read_numeral(parts["serial"]) if parts.get("serial") else None
    if (parts.get("year") and year is None) or (parts.get("serial") and not 1 <= (serial or 0) <= MAX_SERIAL):
        return None
    return PartialNumber(agency=agency_key(parts.get("agency") or ""), year=year, serial=serial)
