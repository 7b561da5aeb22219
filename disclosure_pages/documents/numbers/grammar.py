"""What document numbers are made of, as pieces of regular expressions over folded text.

Every repetition has an upper bound, so a pattern tries a bounded number of ways from each place in a text.
"""

from __future__ import annotations

import re

from .number import DocumentNumber, NumberForm
from .numerals import NUMERAL_CHARACTERS, read_numeral, write_small

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
LETTERS = f"{HAN}A-Za-z"
#: An agency: as short as possible, so that digits written in Chinese are left to the year and the serial.
NAME = f"[{LETTERS}][{LETTERS}、·]{{0,59}}?"
TAIL = "令|公告|通告|布告"
ENDING = f"{TAIL}|字"
FOUR_DIGITS = f"(?:19|20)[0-9]{{2}}|[一二][{NUMERAL_CHARACTERS}]{{3}}"
#: A year of two digits needs brackets or 年 around it.
YEAR = f"{FOUR_DIGITS}|(?<=[(])[0-9]{{2}}(?=年?[)])"
SERIAL = f"[0-9]{{1,9}}|[{NUMERAL_CHARACTERS}]{{1,9}}"
SUFFIX = "-[0-9]{1,3}|[A-Za-z甲乙丙丁]"
SUFFIX_AFTER = f"之(?:[0-9]{{1,2}}|[{NUMERAL_CHARACTERS}]{{1,3}})"

MAX_SERIAL = 99_999
_HAS_HAN = re.compile(f"[{HAN}]")


def read_year(text: str) -> int | None:
    """The year as a number; two digits from 49 on belong to the last century (〔98〕 is 1998, 〔02〕 is 2002)."""
    year = read_numeral(text)
    if year is None:
        return None
    if len(text) == 2:
        return year + (1900 if year >= 49 else 2000)
    return year if 1900 <= year <= 2099 else None


def make_number(
    *, agency: str, year: str | None, serial: str, suffix: str = "", form: NumberForm
) -> DocumentNumber | None:
    """The number that these pieces of text make, or ``None`` where one of them is out of range."""
    read = read_year(year) if year else None
    count = read_numeral(serial)
    if (year and read is None) or count is None or not 1 <= count <= MAX_SERIAL:
        return None
    clean = agency.replace(" ", "").strip("、·")
    if not _HAS_HAN.search(clean):
        return None  # CSCR-2019-01023 is a registration number
    return DocumentNumber(agency=clean, year=read, serial=count, suffix=_suffix(suffix), form=form)


def _suffix(text: str) -> str:
    """``-01`` is ``-1``, ``之2`` is ``之二``."""
    if text.startswith("-"):
        return f"-{int(text[1:])}"
    if text.startswith("之"):
        count = read_numeral(text[1:])
        return f"之{write_small(count)}" if count and count < 100 else ""
    return text
