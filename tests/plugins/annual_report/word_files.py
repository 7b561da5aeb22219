"""Word documents as offices write their reports: headings in any style, texts, tables."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from docx import Document

#: How a heading may be set.
STYLES: dict[str, Callable[[Any, str], Any]] = {
    "heading": lambda file, text: file.add_heading(text, level=1),
    "bold": lambda file, text: setattr(file.add_paragraph().add_run(text), "bold", True),
    "plain": lambda file, text: file.add_paragraph(text),
}


def word_file(*blocks: str | tuple[str, str], file: Any = None) -> bytes:
    """A text is a paragraph, a pair has a style of its own: one of ``STYLES``, a Word style, or ``table``."""
    made = file or Document()
    for block in blocks:
        style, text = ("plain", block) if isinstance(block, str) else block
        if style == "table":
            made.add_table(rows=1, cols=2).cell(0, 0).text = text
        elif style in STYLES:
            STYLES[style](made, text)
        else:
            made.add_paragraph(text, style=style)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()
