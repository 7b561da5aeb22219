"""Numbers as they are written in time limits: 20, ２０, 二十, 两."""

from __future__ import annotations

DIGITS = "〇零一二三四五六七八九"
#: At most four digits: longer ones count nothing that a publication waits for.
NUMERAL = f"(?:(?<![0-9])[0-9]{{1,4}}|[{DIGITS}十百两]{{1,5}})"
_VALUES = {**{digit: value - 1 for value, digit in enumerate(DIGITS)}, "〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100}


def number_of(text: str) -> int:
    """The number that a numeral below a thousand writes; half-width digits, or Chinese ones with or without 十 and 百.

    Raises ``ValueError`` for a word that is no numeral.
    """
    if text.isdecimal():
        return int(text)
    if not any(sign in _UNITS for sign in text):
        return int("".join(str(_value(sign)) for sign in text))
    total, pending = 0, 0
    for sign in text:
        if sign in _UNITS:
            total, pending = total + (pending or 1) * _UNITS[sign], 0
        else:
            pending = _value(sign)
    return total + pending


def _value(sign: str) -> int:
    if sign not in _VALUES:
        raise ValueError(sign)
    return _VALUES[sign]
