"""A document as DOCX: header table, legal force, text with headings, lists, tables and pictures."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from typing import Any

from disclosure_pages.library.documents.blocks import Block, BlockKind, blocks_of
from disclosure_pages.library.documents.context import DocumentView, file_context

from .characters import writable
from .word_pictures import Pictures, published_pictures

HEADINGS = {BlockKind.HEADING_2: 1, BlockKind.HEADING_3: 2, BlockKind.HEADING_4: 3}
STYLES = {
    BlockKind.ITEM: "List Bullet",
    BlockKind.NUMBERED_ITEM: "List Number",
    BlockKind.QUOTE: "Quote",
    BlockKind.CAPTION: "Caption",
}
TEXT_FONT, TITLE_FONT = "FangSong", "SimHei"


def word_source(view: DocumentView) -> str:
    """Everything that the file shows, as text: what is equal here is an equal file."""
    blocks = [[block.kind, block.text, block.image_id] for block in blocks_of(view.page.body)]
    return json.dumps([_facts(view), blocks, published_pictures(view.page)])


def _facts(view: DocumentView) -> dict[str, Any]:
    context = file_context(view)
    return {
        "title": view.page.title,
        "author": view.page.issuer,
        "header": context["header_rows"],
        "force": f"{view.law.current.label}　{view.law.current.sentence}",
        "attribute": str(context["attribute_line"]),
        "attachments_heading": str(context["attachments_heading"]),
        "attachments": [str(attachment) for attachment in context["attachments"]],
        "addressees": view.page.addressees,
        "citation": context["citation"],
    }


def make_word(view: DocumentView) -> bytes:
    """The file itself."""
    from docx import Document  # loaded by whoever needs it first

    facts, file = _facts(view), Document()
    set_fonts(file)
    file.core_properties.title, file.core_properties.author = (
        writable(facts["title"])[:255],
        writable(facts["author"])[:255],
    )
    file.add_heading(writable(facts["title"]), level=0)
    _add_table(file, facts["header"])
    file.add_paragraph(writable(facts["force"])).runs[0].bold = True
    if facts["addressees"]:
        file.add_paragraph(writable(facts["addressees"]))
    add_blocks(file, blocks_of(view.page.body), Pictures.of(file, published_pictures(view.page)))
    _add_foot(file, facts)
    written = io.BytesIO()
    file.save(written)
    return written.getvalue()


def set_fonts(file: Any) -> None:
    """Chinese letters of text and of headings."""
    from docx.oxml.ns import qn

    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3"):
        style = file.styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), TEXT_FONT if name == "Normal" else TITLE_FONT)


def add_blocks(file: Any, blocks: Iterable[Block], pictures: Pictures) -> None:
    """The blocks at the end of ``file``."""
    for block in blocks:
        if block.kind == BlockKind.TABLE:
            _add_table(file, block.rows)
        elif block.kind == BlockKind.PICTURE:
            pictures.add(block)
        elif block.kind in HEADINGS:
            file.add_heading(writable(block.text), level=HEADINGS[block.kind])
        else:
            paragraph = file.add_paragraph(style=STYLES.get(block.kind))
            for run in block.runs:
                written = paragraph.add_run(writable(run.text))
                written.bold, written.italic = run.is_bold or None, run.is_italic or None


def _add_table(file: Any, rows: list[Any]) -> None:
    width = max(len(row) for row in rows)
    table = file.add_table(rows=0, cols=width, style="Table Grid")
    for row in rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=False):
            cell.text = writable(text)
    file.add_paragraph()


def _add_foot(file: Any, facts: dict[str, Any]) -> None:
    if facts["attribute"]:
        file.add_paragraph(facts["attribute"])
    if facts["attachments"]:
        file.add_heading(facts["attachments_heading"], level=1)
        for name in facts["attachments"]:
            file.add_paragraph(writable(name), style="List Number")
    file.add_paragraph(writable(facts["citation"]))
