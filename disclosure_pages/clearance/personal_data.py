"""Find personal data in text: resident ID numbers, mobile numbers and bank cards, each with its own check.

Sources: resident ID numbers follow GB 11643 (region, day of birth, check digit by ISO 7064 MOD 11-2); bank cards pass
the Luhn check of ISO/IEC 7812. Findings are masked before they leave this module.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

RESIDENT_ID = re.compile(r"(?<![0-9A-Za-z])([1-8]\d{5})((?:18|19|20)\d{6})(\d{3})([\dXx])(?![0-9A-Za-z])")
MOBILE = re.compile(r"(?<!\d)(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?!\d)")
BANK_CARD = re.compile(r"(?<!\d)(?:\d[ -]?){16,19}(?!\d)")
ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
ID_CHECK_DIGITS = "10X98765432"
TAG = re.compile(r"<[^>]+>")

LABELS = {"resident_id": _("resident ID number"), "mobile": _("mobile number"), "bank_card": _("bank card number")}


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One finding: its kind, the field it stands in, and what may be shown of it."""

    kind: str
    field: str
    masked: str

    @property
    def label(self) -> str:
        """Name of the kind in the user's language."""
        return str(LABELS[self.kind])


def is_resident_id(number: str) -> bool:
    """Whether an 18-character number has a real day of birth and the right check digit."""
    try:
        dt.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], ID_WEIGHTS, strict=True))
    return ID_CHECK_DIGITS[total % 11] == number[17].upper()


def passes_luhn(digits: str) -> bool:
    """Whether a run of digits has a right Luhn check digit."""
    total = 0
    for position, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if position % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def mask(text: str) -> str:
    """First three and last two characters, the rest as asterisks."""
    return text[:3] + "*" * max(len(text) - 5, 0) + text[-2:]


def scan_text(fields: Mapping[str, str]) -> list[Hit]:
    """Every distinct finding in the fields, in their order."""
    hits = [
        hit for name, text in fields.items() for hit in _scan(name, unicodedata.normalize("NFKC", TAG.sub(" ", text)))
    ]
    return list(dict.fromkeys(hits))


def _scan(field: str, text: str) -> Iterator[Hit]:
    for match in RESIDENT_ID.finditer(text):
        if is_resident_id(match.group()):
            yield Hit(kind="resident_id", field=field, masked=mask(match.group()))
    for match in MOBILE.finditer(text):
        yield Hit(kind="mobile", field=field, masked=mask("".join(match.groups())))
    for match in BANK_CARD.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if digits[0] in "3456" and not is_resident_id(digits[:18].ljust(18, "0")) and passes_luhn(digits):
            yield Hit(kind="bank_card", field=field, masked=mask(digits))
