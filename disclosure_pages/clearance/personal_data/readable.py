"""What readers see of stored content, as plain text: HTML without tags, with the words of its links and pictures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from typing import Any

TAG = re.compile(r"<[^<>]+>")
#: Elements inside a line: what they divide is read as one.
_INLINE_TAG = re.compile(
    r"</?(?:a|b|i|u|s|em|strong|span|sub|sup|mark|code|font|small|embed)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_WORDS_OF_TAGS = re.compile(r"\b(?:href|alt|title)=\"([^\"]*)\"", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
#: Keys of blocks that name kinds and objects; nobody reads them.
_KEYS = frozenset({"type", "id", "pk"})


def plain(text: str) -> str:
    """Normalised text without tags and invisible characters."""
    if "<" in text:
        words = " ".join(_WORDS_OF_TAGS.findall(text))
        text = f"{TAG.sub(chr(10), _INLINE_TAG.sub('', text))}\n{words}"
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", unescape(text)))


def texts_in(value: Any) -> Iterator[str]:
    """Every string in stored content: blocks, rows of tables, child objects."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in _KEYS:
                yield from texts_in(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts_in(item)
