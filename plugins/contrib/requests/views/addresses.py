"""Keys in what a browser sends."""

from __future__ import annotations


def key_of(text: str) -> int:
    """The key, or 0, which no row has: for no number, and for one that is too long for any database."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
