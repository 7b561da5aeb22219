"""From prose to passages: one for the text below each heading. Made for speed: a rebuild spends its time here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from wagtail.blocks import StreamValue

from search.documents import Passage

_HEADING = re.compile(r"<h[1-6]\b[^>]*>(.*?)</h[1-6]\s*>", re.DOTALL | re.IGNORECASE)
_BREAK = re.compile(r"</?(?:p|li|ul|ol|br|hr|blockquote|h[1-6]|div|table|tr|td|th)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"""<[a-z/!](?:[^<>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
_BLANKS = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile(r"\s*\n\s*")


def text_of(html: str) -> str:
    """Text without tags, a paragraph, item or cell a line."""
    if "<" in html:
        html = _TAG.sub("", _BREAK.sub("\n", html))
    if "&" in html:
        html = unescape(html)
    return _LINE_ENDS.sub("\n", _BLANKS.sub(" ", html)).strip()


def passages_of_html(html: str, *, heading: str = "") -> Iterator[Passage]:
    """Passages of rich text; what stands before its first heading is under ``heading``."""
    parts = _HEADING.split(html)
    yield from _passage(heading, text_of(parts[0]))
    for inner, below in zip(parts[1::2], parts[2::2], strict=True):
        heading = " ".join(text_of(inner).split())
        yield Passage(text_of(below), heading)


def passages_of_stream(stream: StreamValue) -> Iterator[Passage]:
    """Passages of a body of prose. Blocks are read as they are stored: making each of them would take most of the time.

    A heading goes on to count in the blocks that follow.
    """
    heading, texts = "", list[str]()
    for block in stream.raw_data:
        for passage in _passages_of_block(block, heading):
            if passage.heading != heading:
                yield from _joined(heading, texts)
                heading, texts = passage.heading, []
            texts.append(passage.text)
    yield from _joined(heading, texts)


def _joined(heading: str, texts: list[str]) -> Iterator[Passage]:
    text = "\n".join(filter(None, texts))
    if text or heading:
        yield Passage(text, heading)


def _passages_of_block(block: dict[str, Any], heading: str) -> Iterable[Passage]:
    value = block["value"]
    if block["type"] == "text":
        return passages_of_html(str(value or ""), heading=heading)
    texts = _table_texts(value or {}) if block["type"] == "table" else _figure_texts(value or {})
    return _passage(heading, "\n".join(filter(None, texts)))


def _table_texts(table: dict[str, Any]) -> Iterator[str]:
    yield str(table.get("table_caption") or "")
    for row in table.get("data") or ():
        yield " | ".join(cell for cell in (str(cell or "").strip() for cell in row) if cell)


def _figure_texts(figure: dict[str, Any]) -> Iterator[str]:
    """The caption, and what the picture shows in words unless it is decoration."""
    image = figure.get("image")
    if isinstance(image, dict) and not image.get("decorative"):
        yield str(image.get("alt_text") or "")
    yield str(figure.get("caption") or "")


def _passage(heading: str, text: str) -> list[Passage]:
    return [Passage(text, heading)] if text else []
