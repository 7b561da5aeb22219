"""Registration numbers (登记号) from a district's pattern, such as ``芙登〔{year}〕{serial}号``."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

YEAR, SERIAL = "{year}", "{serial}"


def validate_pattern(pattern: str) -> None:
    """Raise unless ``pattern`` has the year and the serial once each and no other braces."""
    rest = pattern.replace(YEAR, "", 1).replace(SERIAL, "", 1)
    if len(rest) != len(pattern) - len(YEAR) - len(SERIAL) or re.search(r"[{}]", rest):
        raise ValidationError(
            _("Write {year} and {serial} once each, for example %(example)s."),
            params={"example": f"芙登〔{YEAR}〕{SERIAL}号"},
        )


def registration_number(*, pattern: str, digits: int, year: int, serial: int) -> str:
    """The number that ``pattern`` makes; the serial has at least ``digits`` digits."""
    return pattern.replace(YEAR, str(year)).replace(SERIAL, str(serial).zfill(digits))
