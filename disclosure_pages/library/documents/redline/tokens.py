"""What is compared within a paragraph: one Chinese character, one word, one number, one sign each."""

from __future__ import annotations

import re

# Letters but for those of the far east, which stand for a word each.
_WORD = "[^\\W\\d_\u2e80-\U000323af]+"
_NUMBER = r"[0-9０-９]+(?:[.,][0-9０-９]+)*"
_TOKEN = re.compile(f"{_NUMBER}|{_WORD}|.", re.DOTALL)
_FIRST = 0x20


def tokens_of(text: str) -> list[str]:
    """``text`` in pieces; joined again they are ``text``."""
    return _TOKEN.findall(text)


class Alphabet:
    """Gives every token a character of its own, so that fast comparisons of strings compare tokens."""

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}

    def spell(self, tokens: list[str]) -> str:
        """``tokens`` as a string of as many characters."""
        return "".join(self._letters.setdefault(token, chr(_FIRST + len(self._letters))) for token in tokens)
