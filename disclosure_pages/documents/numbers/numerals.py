"""Numbers written in Chinese: ``十二``, ``一百零三``, ``一二八``, ``二〇一九``."""

from __future__ import annotations

import re

_GROUPS = ("〇零O", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
_DIGITS = {character: value for value, group in enumerate(_GROUPS) for character in group}
_DIGIT = f"[{''.join(_DIGITS)}]"
#: Inside a character class: everything a Chinese numeral is made of.
NUMERAL_CHARACTERS = "".join(_DIGITS) + "十拾百佰千仟"
_POSITIONAL = re.compile(rf"{_DIGIT}+")
_SPOKEN = re.compile(
    rf"(?:(?P<thousands>{_DIGIT})[千仟])?零?(?:(?P<hundreds>{_DIGIT})[百佰])?零?"
    rf"(?P<tens>{_DIGIT}?[十拾])?零?(?P<ones>{_DIGIT})?"
)


def read_numeral(text: str) -> int | None:
    """Value of Arabic or Chinese digits, or of a number as it is spoken up to 9999; ``None`` if it is none."""
    if text.isascii() and text.isdigit():
        return int(text)
    if _POSITIONAL.fullmatch(text):
        return int("".join(str(_DIGITS[character]) for character in text))
    match = _SPOKEN.fullmatch(text)
    return _value_of(match) if match and text else None


def _value_of(match: re.Match[str]) -> int:
    parts = match.groupdict()
    tens = 0 if parts["tens"] is None else _DIGITS[parts["tens"][0]] if len(parts["tens"]) == 2 else 1
    thousands, hundreds, ones = (_DIGITS[parts[name] or "零"] for name in ("thousands", "hundreds", "ones"))
    return thousands * 1000 + hundreds * 100 + tens * 10 + ones


def write_small(value: int) -> str:
    """``value`` from 1 to 99 as it is spoken: ``一``, ``十二``, ``二十``."""
    digits = "".join(group[0] for group in _GROUPS)
    tens, ones = divmod(value, 10)
    spoken = ("" if tens < 2 else digits[tens]) + ("十" if tens else "")
    return spoken + (digits[ones] if ones else "")
