"""Unified social credit codes (统一社会信用代码, GB 32100-2015): eighteen characters, the last one a check."""

from __future__ import annotations

import re

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_FORM = re.compile(rf"[1-9ANY][{_ALPHABET}][0-9]{{6}}[{_ALPHABET}]{{10}}")


def check_character(first_seventeen: str) -> str:
    """The eighteenth character: 31 minus the sum of values weighted with powers of three, modulo 31."""
    total = sum(_ALPHABET.index(character) * pow(3, place, 31) for place, character in enumerate(first_seventeen))
    return _ALPHABET[-total % 31]


def is_credit_code(text: str) -> bool:
    """Whether ``text`` has the form of a code, in capitals, and its check character is right."""
    return bool(_FORM.fullmatch(text)) and text[-1] == check_character(text[:-1])
