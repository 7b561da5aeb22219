"""Plain text of prose, for descriptions and lists."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from wagtail.blocks import StreamValue

DESCRIPTION_LENGTH = 120
BLOCK_END = re.compile(r"<(?:/p|/li|/h[1-6]|br\s*/?)>", re.IGNORECASE)


def plain_text(html: str) -> str:
    """Text of rich text without tags; paragraphs stay apart by a space, other white space is folded."""
    return re.sub(r"\s+", " ", unescape(strip_tags(BLOCK_END.sub(" ", html)))).strip()


def first_text(prose: Any) -> str:
    """Text of rich text, or of the first text block of a stream; empty when there is none."""
    if not isinstance(prose, StreamValue):
        return plain_text(str(prose or ""))
    return next((plain_text(block.value.source) for block in prose if block.block_type == "text"), "")


def shorten(text: str, *, length: int = DESCRIPTION_LENGTH) -> str:
    """At most ``length`` characters, with an ellipsis for what is left out."""
    return text if len(text) <= length else f"{text[: length - 1]}…"
