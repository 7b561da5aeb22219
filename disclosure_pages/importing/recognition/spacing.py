"""Blanks in Chinese text: typesetting puts them in, and they mean nothing."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"(?<=\S)[\s\u3000]+(?=\S)")
_LATIN = re.compile(r"[A-Za-z0-9]")


def tidy(text: str) -> str:
    """``text`` on one line, with a blank only where it keeps two Latin words or numbers apart."""
    text = text.strip().replace("\u200b", "").replace("\ufeff", "").replace("\xad", "")

    def kept(match: re.Match[str]) -> str:
        return " " if _LATIN.match(text[match.start() - 1]) and _LATIN.match(text[match.end()]) else ""

    return _BLANKS.sub(kept, text)


def on_one_line(text: str) -> str:
    """``text`` as evidence: line breaks and runs of blanks folded to one blank."""
    return " ".join(text.split())
