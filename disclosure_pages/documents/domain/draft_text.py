"""What a draft says, as plain text with a line for each paragraph, row of a table and caption."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any

from django.utils.html import strip_tags

from disclosure_pages.media.texts.keeping import text_of

if TYPE_CHECKING:
    from disclosure_pages.documents.models import PolicyDocument

_LINE_END = re.compile(r"</(?:p|li|h[1-6]|tr|div|blockquote)>|<br\s*/?>", re.IGNORECASE)
_CELL_END = re.compile(r"</t[dh]>", re.IGNORECASE)


def text_of_draft(draft: PolicyDocument) -> str:
    """The body; where nothing is written in it, the original file, as far as that has been read."""
    text = "\n".join(line for block in draft.body for line in _lines(block.block_type, block.value))
    if text.strip() or draft.original_file is None:
        return text
    return text_of(draft.original_file, seconds=0).text


def _lines(kind: str, value: Any) -> Iterator[str]:
    if kind == "text":
        yield plain_lines(value.source)
    elif kind == "table":
        yield from (" ".join(str(cell or "") for cell in row) for row in (value or {}).get("data", ()))
    elif kind == "figure":
        yield str(value.get("caption") or "")


def plain_lines(html: str) -> str:
    """Rich text without tags; paragraphs, items and rows end lines."""
    return unescape(strip_tags(_LINE_END.sub("\n", _CELL_END.sub(" ", html)))).strip()
