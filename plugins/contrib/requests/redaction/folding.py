"""Whether words stand in a text, however it is typed: in other widths, split by spaces, dashes or line breaks."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

#: Spaces, line breaks, invisible characters and dashes.
_SKIPPED = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Cn", "Co", "Pd"})
_DOTS = "·•・‧∙⋅･"  # between the parts of a name, typed in any of these ways
#: Radicals that fonts give for characters and that the normal forms of Unicode leave alone.
_RADICALS = str.maketrans(
    "⺠⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻤⻥⻦⻨⻩⻬⻮⻰⻳", "民见角贝车长门青韦页风飞食马鬼鱼鸟麦黄齐齿龙龟"
)


@lru_cache(maxsize=8192)
def _folded_letter(letter: str) -> str:
    if letter in _DOTS or unicodedata.category(letter) in _SKIPPED:
        return ""
    plain = unicodedata.normalize("NFKC", letter).casefold().translate(_RADICALS)
    return "".join(part for part in plain if part not in _DOTS and unicodedata.category(part) not in _SKIPPED)


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
        found.append((letters[at][1], letters[at + len(wanted) - 1][1] + 1))
        at = plain.find(wanted, at + 1)
    return found


def holds(text: str, words: str) -> bool:
    return bool(wanted := folded(words)) and wanted in folded(text)
