"""Whether words stand in a text, however it is typed: in other widths, split by spaces, dashes or line breaks."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

#: Spaces, line breaks, invisible characters, dashes, and what is set upon a letter: accents, variation selectors.
_SKIPPED = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Cn", "Co", "Pd", "Mn", "Me"})
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"  # letters by their category, and nothing to see
_DOTS = "·•・‧∙⋅･"  # between the parts of a name, typed in any of these ways
#: Radicals that fonts give for characters and that the normal forms of Unicode leave alone.
_RADICALS = str.maketrans(
    "⺠⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻤⻥⻦⻨⻩⻬⻮⻰⻳", "民见角贝车长门青韦页风飞食马鬼鱼鸟麦黄齐齿龙龟"
)


@lru_cache(maxsize=8192)
def _folded_letter(letter: str) -> str:
    plain = unicodedata.normalize("NFKD", letter).casefold().translate(_RADICALS)
    return "".join(part for part in unicodedata.normalize("NFKD", plain) if not _is_skipped(part))


def _is_skipped(letter: str) -> bool:
    return letter in _DOTS or letter in _BLANK or unicodedata.category(letter) in _SKIPPED


def folded(text: str) -> str:
    """What of a text is compared."""
    return "".join(map(_folded_letter, text))


def find(text: str, words: str) -> list[tuple[int, int]]:
    """Every place of ``words`` in ``text``, as start and end in ``text`` itself; places may meet."""
    wanted = folded(words)
    if not wanted:
        return []
    letters = [(part, place) for place, letter in enumerate(text) for part in _folded_letter(letter)]
    plain = "".join(part for part, _ in letters)
    found, at = [], plain.find(wanted)
    while at >= 0:
        found.append((letters[at][1], _end_of_letter(text, letters[at + len(wanted) - 1][1])))
        at = plain.find(wanted, at + 1)
    return found


def _end_of_letter(text: str, place: int) -> int:
    """Behind what is set upon the letter at ``place``."""
    end = place + 1
    while end < len(text) and unicodedata.category(text[end]) in {"Mn", "Me"}:
        end += 1
    return end


def holds(text: str, words: str) -> bool:
    return bool(wanted := folded(words)) and wanted in folded(text)
