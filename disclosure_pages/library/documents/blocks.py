"""The text of a document as plain blocks: headings, paragraphs, items, tables. For editions, comparisons and DOCX."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from html.parser import HTMLParser
from typing import Any

from wagtail.blocks import StreamValue


class BlockKind(StrEnum):
    """What a block is; headings are those below the title."""

    HEADING_2 = "h2"
    HEADING_3 = "h3"
    HEADING_4 = "h4"
    PARAGRAPH = "p"
    ITEM = "li"
    NUMBERED_ITEM = "number"
    QUOTE = "blockquote"
    TABLE = "table"
    PICTURE = "img"
    CAPTION = "figcaption"


@dataclass(frozen=True)
class Run:
    """A piece of text in one type."""

    text: str
    is_bold: bool = False
    is_italic: bool = False


@dataclass
class Block:
    """One block; ``depth`` counts the lists around an item; a table has ``rows`` and no runs.

    The text of a picture is its alternative text; ``image_id`` is its key.
    """

    kind: BlockKind
    runs: list[Run] = field(default_factory=list)
    depth: int = 0
    rows: list[list[str]] = field(default_factory=list)
    image_id: int | None = None

    @property
    def text(self) -> str:
        """Its text without type; the cells of a row stand between bars, rows on lines of their own."""
        if self.kind == BlockKind.TABLE:
            return "\n".join(" | ".join(row) for row in self.rows)
        return re.sub(r"[ \t\r\n]+", " ", "".join(run.text for run in self.runs)).strip()


def blocks_of(body: Any) -> Iterator[Block]:
    """Blocks of a body of prose in reading order; empty ones are left out."""
    stream = body if isinstance(body, StreamValue) else ()
    for block in stream:
        if block.block_type == "text":
            yield from blocks_of_html(block.value.source)
        elif block.block_type == "table":
            rows = [[str(cell or "").strip() for cell in row] for row in (block.value or {}).get("data", [])]
            if any(cell for row in rows for cell in row):
                yield Block(BlockKind.TABLE, rows=rows)
        else:
            yield from _figure(block.value)


def _figure(figure: Any) -> Iterator[Block]:
    image = figure["image"]
    if image is not None:
        words = "" if image.decorative else image.contextual_alt_text or ""
        yield Block(BlockKind.PICTURE, [Run(words)], image_id=image.pk)
    if figure.get("caption"):
        yield Block(BlockKind.CAPTION, [Run(figure["caption"])])


def blocks_of_html(html: str) -> list[Block]:
    """Blocks of rich text."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [block for block in reader.blocks if block.text or block.image_id]


def lines_of(body: Any) -> list[str]:
    """The text as lines, one a paragraph, item or row of a table: what two editions are compared by."""
    texts = (block.text for block in blocks_of(body) if block.kind != BlockKind.PICTURE)
    return [line for text in texts for line in text.split("\n")]


class _Reader(HTMLParser):
    """Wagtail's rich text is flat but for lists; whatever else comes ends up as paragraphs."""

    _starts = {"h2", "h3", "h4", "p", "blockquote"}
    _bold, _italic = {"b", "strong"}, {"i", "em"}

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._lists: list[str] = []
        self._bold_depth = self._italic_depth = 0
        self._is_open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"ul", "ol"}:
            self._lists.append(tag)
        elif tag == "li":
            kind = BlockKind.NUMBERED_ITEM if self._lists[-1:] == ["ol"] else BlockKind.ITEM
            self._open(Block(kind, depth=max(0, len(self._lists) - 1)))
        elif tag in self._starts and not (tag == "p" and self._in_fresh_block()):
            self._open(Block(BlockKind(tag)))
        elif tag == "br":
            self.handle_data(" ")
        elif tag == "embed":
            self._picture(dict(attrs))
        self._bold_depth += tag in self._bold
        self._italic_depth += tag in self._italic

    def _picture(self, attributes: dict[str, str | None]) -> None:
        key = attributes.get("id") or ""
        if attributes.get("embedtype") == "image" and key.isdecimal():
            self._open(Block(BlockKind.PICTURE, [Run(attributes.get("alt") or "")], image_id=int(key)))
            self._is_open = False

    def _in_fresh_block(self) -> bool:
        """A paragraph directly inside an item or quotation is not a block of its own."""
        return self._is_open and self.blocks[-1].kind != BlockKind.PARAGRAPH and not self.blocks[-1].text

    def handle_endtag(self, tag: str) -> None:
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
        if tag in self._starts or tag == "li":
            self._is_open = False
        self._bold_depth = max(0, self._bold_depth - (tag in self._bold))
        self._italic_depth = max(0, self._italic_depth - (tag in self._italic))

    def handle_data(self, data: str) -> None:
        if not self._is_open:
            if not data.strip():
                return
            self._open(Block(BlockKind.PARAGRAPH))
        self.blocks[-1].runs.append(Run(data, bool(self._bold_depth), bool(self._italic_depth)))

    def _open(self, block: Block) -> None:
        self.blocks.append(block)
        self._is_open = True
