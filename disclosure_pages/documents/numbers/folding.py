"""Characters as numbers mean them: width, brackets, dashes and white space make no difference."""

from __future__ import annotations

import re
import unicodedata

_OPENING = "([{<〔【〖〘〚〈「『«‹⟨⟪"
_CLOSING = ")]}>〕】〗〙〛〉」』»›⟩⟫"
_SINGLE = {**dict.fromkeys(_OPENING, "("), **dict.fromkeys(_CLOSING, ")"), "○": "〇", "號": "号"}
_MARKS_A_PART = re.compile(r"[()年第]")
_MEANINGLESS_SPACE = re.compile(r"(?<![0-9]) | (?![0-9])")


class _Folding(dict[int, str]):
    """One character for each, so that a place in folded text is a place in the text itself."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        compatible = unicodedata.normalize("NFKC", character)
        folded = self[code] = _fold(compatible if len(compatible) == 1 else character)
        return folded


def _fold(character: str) -> str:
    category = unicodedata.category(character)
    if character.isspace() or category == "Cf":  # zero-width characters come along when people copy from web pages
        return " "
    return "-" if category == "Pd" or character == "−" else _SINGLE.get(character, character)


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Half-width forms, ``(`` and ``)`` for every bracket, ``-`` for every dash, a space for white space.

    As long as ``text``: characters that NFKC makes into several are left as they are.
    """
    return text.translate(_FOLDING)


def compact(text: str) -> str:
    """Folded, without white space, except a space that keeps two numbers apart (``长政办发2019 54``)."""
    folded = fold(text)
    if _MARKS_A_PART.search(folded):
        return folded.replace(" ", "")
    return _MEANINGLESS_SPACE.sub("", " ".join(folded.split()))
