"""Find numbers of persons in plain text, each kind by its own rules.

Sources: resident ID numbers follow GB 11643 (region, day of birth, check digit by ISO 7064 MOD 11-2); bank cards pass
the Luhn check of ISO/IEC 7812 and begin as cards that are issued do; ordinary Chinese passports are E or G with eight
digits, or E, a letter and seven digits.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .regions import is_region

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECK_DIGITS = "10X98765432"

#: Looked for at every place, since a shorter number may stand right before; spaces and hyphens divide groups.
_RESIDENT_ID = re.compile(r"(?<![0-9A-Za-z])(?=([1-8](?:[ -]?\d){16}[ -]?[\dXx])(?![0-9A-Za-z]))")
_MOBILE = re.compile(
    r"(?<![0-9A-Z])(?<!\d[.-])(?:\+?86[ -]?)?"
    r"((?:13\d|14[014-9]|15[0-35-9]|16[2567]|17[0-8]|18\d|19[0-35-9])([ -]?)\d{4}\2\d{4})(?![0-9A-Za-z]|\.\d)"
)
_BANK_CARD = re.compile(
    r"(?<![0-9A-Za-z])(?<!\d[.-])(\d{16,19}(?![0-9A-Za-z]|[.-]\d)"
    r"|(?<!\d )(?:\d{4}([ -])\d{4}\2\d{4}\2\d{4}(?:\2?\d{1,3})?|\d{6}[ -]\d{10,13})(?![0-9A-Za-z]|[ .-]\d))"
)
_CARD_BEGINS = re.compile(r"4\d{15}|(?:5[1-5]|2[2-7]|35)\d{14}|6[0-9]\d{14,17}|9558\d{12,15}")
_PASSPORT = re.compile(r"(?<![0-9A-Za-z-])([EG]\d{8}|E[A-HJ-NP-Z]\d{7})(?![0-9A-Za-z-])")

#: What numbers of goods and deliveries are called: such a number is nobody's, whatever it looks like.
_OF_GOODS = re.compile(r"(?:订单|快递|运单|物流|流水|批次|条形?码|货物|产品)(?:单|编)?(?:号码?)?(?:为|是)?[::]?\s*$")
_NAME_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Found:
    """A number of ``kind``; ``value`` is without spaces and hyphens."""

    kind: str
    value: str


def find_numbers(text: str) -> Iterator[Found]:
    """Every number of a person in ``text``, which is normalised (NFKC) plain text."""
    for kind, (pattern, is_real) in _KINDS.items():
        for match in pattern.finditer(text):
            value = match[1].replace(" ", "").replace("-", "").upper()
            if is_real(value) and (kind == "resident_id" or not _is_of_goods(text, match.start())):
                yield Found(kind, value)


def is_resident_id(number: str) -> bool:
    """Whether an 18-character number has a real region, a real day of birth and the right check digit."""
    try:
        born = dt.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _ID_WEIGHTS, strict=True))
    is_real = is_region(number[:6]) and 1850 <= born.year <= 2100
    return is_real and _ID_CHECK_DIGITS[total % 11] == number[17].upper()


def is_bank_card(digits: str) -> bool:
    """Whether a run of digits begins and ends as a card's number does, and is no resident ID number."""
    is_card = bool(_CARD_BEGINS.fullmatch(digits)) and passes_luhn(digits)
    return is_card and not (len(digits) == 18 and is_resident_id(digits))


def passes_luhn(digits: str) -> bool:
    """Whether a run of digits has a right Luhn check digit."""
    total = 0
    for position, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if position % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _always(value: str) -> bool:
    return True


def _is_of_goods(text: str, start: int) -> bool:
    return bool(_OF_GOODS.search(text, max(0, start - _NAME_LENGTH), start))


#: How each kind is written, and what makes it one.
_KINDS: dict[str, tuple[re.Pattern[str], Callable[[str], bool]]] = {
    "resident_id": (_RESIDENT_ID, is_resident_id),
    "mobile": (_MOBILE, _always),
    "bank_card": (_BANK_CARD, is_bank_card),
    "passport": (_PASSPORT, _always),
}
