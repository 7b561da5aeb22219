"""How words may stand in bytes: what a reader of files would look for without knowing their format."""

from __future__ import annotations

from collections.abc import Iterable

_ENCODINGS = ("utf-8", "utf-16-be", "utf-16-le", "gb18030")
_SHORTEST, _SHORTEST_ASCII = 4, 8  # bytes: shorter ones stand in any file by chance


def needles_of(words: str) -> set[bytes]:
    """``words`` in each encoding, plain and as hexadecimal digits."""
    found: set[bytes] = set()
    for encoding in _ENCODINGS:
        plain = words.strip().encode(encoding, "ignore")
        if len(plain) >= (_SHORTEST_ASCII if plain.isascii() else _SHORTEST):
            found |= {plain, plain.hex().encode(), plain.hex().upper().encode()}
    return found


def bytes_hold(content: bytes, words: Iterable[str]) -> bool:
    return any(needle in content for each in words for needle in needles_of(each))
