"""The text of a document as the value of a prose field: blocks of rich text and tables in turn.

Titles of enclosed texts and of attachments are headings of the second level; numbered paragraphs become headings below
them where their numbering is used for headings throughout. Articles stay paragraphs that begin with their number.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Any

from disclosure_pages.importing.reading.blocks import Block, DocumentFormat, Paragraph, ReadDocument, Run, Table
from disclosure_pages.importing.recognition.layout import Layout

from .numbering import Kind, heading_kinds, looks_like_heading, numbering_of
from .parts import Part, parts_of
from .tables import table_value

#: What an author may write with in a body, as elements without attributes.
ELEMENTS = {"h2", "h3", "h4", "p", "b", "i", "br"}
HIGHEST, LOWEST = 2, 4

Prose = list[dict[str, Any]]


def compose_prose(document: ReadDocument, layout: Layout) -> Prose:
    """Everything but head, title, notes and foot. Nothing in it can act: elements are few and have no attributes."""
    parts = parts_of(layout)
    base = HIGHEST + 1 if any(part.title for part in parts) else HIGHEST
    import nh3  # loaded with the first import

    keeps_dress = document.format is not DocumentFormat.PDF and not _is_mostly_bold(document)
    listed = frozenset(index for indices in layout.attachment_notes() for index in indices)
    pieces = (piece for part in parts for piece in _pieces(part, document.blocks, listed, base, keeps_dress))
    prose: Prose = []
    for is_table, group in groupby(pieces, key=lambda piece: isinstance(piece, Table)):
        if is_table:
            prose += [{"type": "table", "value": table_value(table)} for table in group if isinstance(table, Table)]
        else:
            html = "".join(piece for piece in group if isinstance(piece, str))
            prose.append({"type": "text", "value": nh3.clean(html, tags=ELEMENTS, attributes={})})
    return prose


def _is_mostly_bold(document: ReadDocument) -> bool:
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    return sum(1 for block in paragraphs if block.is_bold) > len(paragraphs) / 2


def _pieces(
    part: Part, blocks: tuple[Block, ...], listed: frozenset[int], base: int, keeps_dress: bool
) -> Iterator[str | Table]:
    """HTML of paragraphs, and tables as they are; lines of a list of attachments are ``listed`` and no headings."""
    if part.title:
        yield f"<h{HIGHEST}>{escape(part.title)}</h{HIGHEST}>"
    texts = [
        block.text for index in part.indices if isinstance(block := blocks[index], Paragraph) and index not in listed
    ]
    levels = _levels(texts, base)
    for index in part.indices:
        block = blocks[index]
        if isinstance(block, Table):
            yield block
        else:
            yield _paragraph(block, {} if index in listed else levels, base, keeps_dress)


def _levels(texts: list[str], base: int) -> dict[Kind, int]:
    """Kind of numbering → level of its headings; what is deeper than the lowest level stays a paragraph."""
    levels = enumerate(heading_kinds(texts), start=base)
    return {kind: level for level, kind in levels if level <= LOWEST}


def _paragraph(block: Paragraph, levels: dict[Kind, int], base: int, keeps_dress: bool) -> str:
    text = block.text
    numbered = numbering_of(text)
    level = levels.get(numbered.kind, 0) if numbered is not None else 0
    if not level and block.level and numbered is None:
        level = min(base + block.level - 1, LOWEST)
    if level and looks_like_heading(text):
        return f"<h{level}>{escape(text)}</h{level}>"
    if numbered is not None and numbered.kind is Kind.ARTICLE:
        rest = text[len(numbered.text) :].strip()
        return f"<p><b>{escape(numbered.text)}</b>　{escape(rest)}</p>"
    return f"<p>{_dressed(block.runs) if keeps_dress else escape(text)}</p>"


def _dressed(runs: tuple[Run, ...]) -> str:
    """Text of runs with what is bold or italic in it; white space at the ends is left out."""
    html = ""
    for index, run in enumerate(runs):
        text = run.text.lstrip() if index == 0 else run.text
        text = escape(text.rstrip() if index == len(runs) - 1 else text)
        if run.is_italic and text.strip():
            text = f"<i>{text}</i>"
        html += f"<b>{text}</b>" if run.is_bold and text.strip() else text
    return html
