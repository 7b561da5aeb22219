"""Word documents, as Word shows them: automatic numbers, text under revision, text boxes, merged cells.

python-docx opens the package and knows its parts; its own paragraphs leave out insertions under revision, content
controls and text boxes, so the XML is walked here.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn

from .blocks import Block, DocumentFormat, Paragraph, ReadDocument, Run
from .docx_numbering import Numbering, read_numbering
from .docx_remarks import find_remarks
from .docx_runs import split_lines
from .docx_styles import Styles
from .docx_tables import read_table
from .limits import MAX_BLOCKS
from .refusals import Unreadable

_PARAGRAPH, _TABLE = qn("w:p"), qn("w:tbl")
_TEXT_BOX = qn("w:txbxContent")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
#: What holds blocks without being one: content controls, and insertions and moves under revision.
_TRANSPARENT = {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:moveTo"), qn("w:customXml"), qn("w:smartTag")}


def read_docx(content: bytes) -> ReadDocument:
    """Read the body of a document; what is only a header or a footer of its pages is left out."""
    document = docx.Document(io.BytesIO(content))
    reader = _Reader(Styles(document), read_numbering(document))
    blocks: list[Block] = []
    for block in reader.blocks(document.element.body):
        blocks.append(block)
        if len(blocks) > MAX_BLOCKS:
            raise Unreadable("too-large")
    return ReadDocument(
        format=DocumentFormat.DOCX, blocks=tuple(blocks), remarks=tuple(find_remarks(document, reader.left_out))
    )


class _Reader:
    """Goes through a document once, because automatic numbers count on the way."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self.left_out: set[str] = set()

    def blocks(self, parent: Any) -> Iterator[Block]:
        for element in parent:
            if element.tag == _PARAGRAPH:
                yield from self._paragraph(element)
            elif element.tag == _TABLE:
                table = read_table(element, label_of=self.label)
                if table.cells:
                    yield table
            elif element.tag in _TRANSPARENT:
                yield from self.blocks(element)

    def _paragraph(self, element: Any) -> Iterator[Block]:
        for box in element.iter(_TEXT_BOX):
            if not any(ancestor.tag == _FALLBACK for ancestor in box.iterancestors()):
                yield from self.blocks(box)
        if self._styles.is_contents(element):
            self.left_out.add("contents")
            return
        label = self.label(element)
        for number, runs in enumerate(split_lines(element)):
            yield Paragraph(
                runs=_labelled(runs, label if number == 0 else ""),
                alignment=self._styles.alignment(element),
                level=self._styles.level(element),
            )

    def label(self, element: Any) -> str:
        """The automatic number of a paragraph, counted on."""
        place = self._styles.numbering(element)
        return self._numbering.next_label(*place) if place else ""


def _labelled(runs: tuple[Run, ...], label: str) -> tuple[Run, ...]:
    return (Run(label, is_bold=runs[0].is_bold), *runs) if label else runs
