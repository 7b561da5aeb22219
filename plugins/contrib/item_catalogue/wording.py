"""Text of cells in the one form in which it is kept, so that reading what was written gives the same text."""

from __future__ import annotations

import re
import unicodedata

from plugins.api import clean_words as clean
from plugins.api import words_identity as identity

_LINE_ENDS = re.compile(r"_x000D_|\r\n?|[\v\f\u2028\u2029]")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u200b\ufeff\ufffe\uffff\ud800-\udfff]")
_NOT_LETTERS = re.compile(r"[\W_]+")


def tidy(text: str) -> str:
    """Several lines: line ends alike, tabs as spaces, without what no XML can hold and without space at the ends."""
    text = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text).replace("\t", " "))
    return "\n".join(line.strip() for line in _UNWRITABLE.sub("", text).split("\n")).strip()


def one_line(text: str) -> str:
    """A name or heading: breaks between Chinese characters vanish, other white space becomes one space."""
    return " ".join(clean(tidy(text)).split())


def word_key(text: str) -> str:
    """What makes two headings or options the same: letters and digits alone, compatibility forms folded."""
    return _NOT_LETTERS.sub("", identity(text))
