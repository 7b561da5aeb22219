"""Tables that are no tables: offices put the head and the foot of a document into frames without lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .blocks import Block, ReadDocument, Table, plain

_FRAMED = re.compile(r"抄\s*送\s*[：:]|\d日\s*印发|共印\s*\d+\s*份|^文\s*件$|签发人\s*[：:]", re.MULTILINE)
MAX_FRAME_CELLS = 12


def unframe(document: ReadDocument) -> ReadDocument:
    """Frames of head and foot become paragraphs, and so does a table of one column."""
    return replace(document, blocks=tuple(part for block in document.blocks for part in _unframed(block)))


def _unframed(block: Block) -> Iterator[Block]:
    if not isinstance(block, Table) or not _is_frame(block):
        yield block
        return
    for cell in sorted(block.cells, key=lambda cell: (cell.row, cell.column)):
        yield from (plain(line, page=block.page) for line in cell.text.splitlines() if line.strip())


def _is_frame(table: Table) -> bool:
    if table.width <= 1:
        return True
    return len(table.cells) <= MAX_FRAME_CELLS and any(_FRAMED.search(cell.text) for cell in table.cells)
