"""One spelling for what readers take for the same: width, case, accents and traditional characters make no difference.

Folding goes character by character and depends on no neighbour, so it is one ``str.translate`` and every folded
character knows the original one that it comes from.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Final

#: Han characters of every plane, with 〇, 々 and 〆; private characters count too, being rare characters of old fonts.
HAN: Final = (
    "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\ue000-\uf8ff\uf900-\ufaff\U00020000-\U0003fffd\U000f0000-\U0010fffd"
)
_HAN = re.compile(f"[{HAN}]")
# Marks that distinguish no words for a reader who leaves them out, and characters that show nothing.
_DROPPED = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]+"
)
_UNDIVIDED = {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ß": "ss"}
# ①, ² and № stand for themselves beside a number; wide and narrow letters are letters of the word they stand in.
_SYMBOLS = ("No", "So", "Sk", "Sm", "Sc")
_DATA = Path(__file__).parent / "data"
_TABLE_SIZE = 60_000


class BoundedTable(dict[int, str]):
    """A table for ``str.translate`` that asks ``make`` once for each character met.

    Strangers choose the characters, so it stops growing where all of the assigned ones that texts use have room.
    """

    def __init__(self, make: Callable[[str], str]) -> None:
        self._make = make

    def __missing__(self, codepoint: int) -> str:
        made = self._make(chr(codepoint))
        if len(self) < _TABLE_SIZE:
            self[codepoint] = made
        return made


def fold(text: str) -> str:
    """``text`` in one spelling; what is neither letter nor digit is a space, what shows nothing is gone."""
    return text.translate(_TABLE)


def fold_with_origins(text: str) -> tuple[str, list[int]]:
    """``fold(text)``, and for each of its characters the index in ``text`` of the one it comes from."""
    pieces = [_TABLE[ord(character)] for character in text]
    origins = chain.from_iterable([index] * len(piece) for index, piece in enumerate(pieces))
    return "".join(pieces), list(origins)


def is_han(token: str) -> bool:
    """Whether a folded ``token`` is a Han character."""
    return bool(_HAN.match(token))


def traditional_characters() -> str:
    """Every character that is folded to a simplified one."""
    return "".join(map(chr, _simplified()))


@cache
def _simplified() -> dict[int, int]:
    traditional, simplified = (_DATA / "simplified.txt").read_text(encoding="utf-8").splitlines()
    return str.maketrans(traditional, simplified)


def _fold_character(character: str) -> str:
    if _DROPPED.fullmatch(character):
        return ""
    folded = "".join(map(_letter_digit_or_space, _decomposed(character)))
    if not folded.strip():
        return " " if folded or not unicodedata.category(character).startswith("M") else ""
    is_apart = unicodedata.category(character) in _SYMBOLS
    return f" {folded} " if is_apart else folded


def _decomposed(character: str) -> str:
    """``character`` in its smallest parts, in small letters and simplified; folding them again changes nothing."""
    while True:
        parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
        parts = "".join(_UNDIVIDED.get(part, part) for part in _DROPPED.sub("", parts)).translate(_simplified())
        if parts == character:
            return parts
        character = parts


def _letter_digit_or_space(character: str) -> str:
    category = unicodedata.category(character)
    if category[0] in "LM" or _HAN.match(character):
        return character
    digit = unicodedata.digit(character, None) if category[0] == "N" else None
    return " " if digit is None else str(digit)


_TABLE = BoundedTable(_fold_character)
