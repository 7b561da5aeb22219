"""Plain text and CSV."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from .parts import Part

ENCODINGS = ("utf-8-sig", "gb18030")
#: Characters of one part: what is looked at is looked at piece by piece.
PIECE = 200_000
#: More than is kept of any file, in whichever encoding.
MOST_BYTES = 16 * 1024 * 1024


def read_plain(stream: BinaryIO) -> Iterator[Part]:
    """The text in pieces of whole lines, in one of the two encodings that uploads may have."""
    text = _decode(stream.read(MOST_BYTES))
    start = 0
    while start < len(text):
        end = text.rfind("\n", start, start + PIECE) + 1 if len(text) - start > PIECE else len(text)
        end = end if end > start else start + PIECE
        yield Part(text[start:end])
        start = end


def _decode(content: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("gb18030", errors="replace")
