"""The number of an official document (发文字号): who issued it, in which year, as which of that year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from .numerals import read_numeral

MAX_AGENCY_LENGTH = 60
#: Longest ``key``: an agency, a year in brackets, five digits, a suffix.
MAX_KEY_LENGTH = 80
#: What ends the agency's part where 第…号 follows instead of a year in brackets.
ENDINGS = ("令", "公告", "通告", "布告", "字")

_STATE = "中华人民共和国"
_SAME_AGENCY = {"国令": "国务院令"}
_SUFFIX = re.compile(r"(?P<kind>-|之|)(?P<count>.*)")


def agency_key(agency: str) -> str:
    """``agency`` without what is only a manner of writing: 、, letter case, the name of the state, 国令."""
    agency = agency.replace("、", "").upper()
    if agency.endswith(ENDINGS) and len(agency) > len(_STATE) + 1:
        agency = agency.removeprefix(_STATE)
    return _SAME_AGENCY.get(agency, agency)


class NumberForm(StrEnum):
    """How a number is printed."""

    BRACKETED = "bracketed"  # 长政办发〔2019〕54号
    YEARLY = "yearly"  # 国家税务总局公告2019年第45号
    RUNNING = "running"  # 长沙市人民政府令第128号: counted on over the years


class NumberKind(StrEnum):
    """What the end of the agency's part says of the document."""

    ORDER = "令"
    ANNOUNCEMENT = "公告"
    NOTICE = "通告"
    LETTER = "函"
    ORDINARY = ""


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number taken apart; ``str()`` prints it as the document does.

    ``agency`` is everything before the year: 机关代字 (``长政办发``), or the agency's name with 令, 公告, 通告.
    ``year`` is ``None`` for numbers that run on over the years. ``suffix`` is ``-1``, ``A`` or ``之一``, mostly empty.
    """

    agency: str
    year: int | None
    serial: int
    suffix: str = ""
    form: NumberForm = NumberForm.BRACKETED

    def __str__(self) -> str:
        if self.form is NumberForm.BRACKETED:
            return f"{self.agency}〔{self.year}〕{self._serial_with_suffix}"
        year = f"{self.year}年" if self.form is NumberForm.YEARLY else ""
        return f"{self.agency}{year}第{self._serial_with_suffix}"

    @property
    def _serial_with_suffix(self) -> str:
        if self.suffix.startswith("之"):
            return f"{self.serial}号{self.suffix}"
        return f"{self.serial}{self.suffix}号"

    @property
    def agency_key(self) -> str:
        """The agency as it counts for comparison, see ``agency_key``."""
        return agency_key(self.agency)

    @property
    def key(self) -> str:
        """What makes two numbers the same however they are printed (``X公告〔2024〕3号``, ``X公告2024年第3号``)."""
        year = "第" if self.year is None else f"〔{self.year}〕"
        return f"{self.agency_key}{year}{self._serial_with_suffix.upper()}"

    @property
    def kind(self) -> NumberKind:
        """Order, announcement, notice or letter, by the end of the agency's part."""
        return next(kind for kind in NumberKind if self.agency.endswith(kind))

    @property
    def sort_key(self) -> tuple[str, int, int, str, int, str]:
        """By agency, year and serial as people count: 9 before 10, ``5-2`` before ``5-10``, running numbers first."""
        match = _SUFFIX.fullmatch(self.suffix)
        kind, count = (match["kind"], match["count"]) if match else ("", "")
        return (self.agency_key, self.year or 0, self.serial, kind, read_numeral(count) or 0, count)
