"""Paragraphs around the tables of a Word document: titles above a table, notes below it.

The reader of tables leaves them out, but they say which field a table is about and where one catalogue ends.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from plugins.contrib.item_catalogue.wording import one_line

_TABLE, _CELL, _PARAGRAPH = qn("w:tbl"), qn("w:tc"), qn("w:p")
NOTE = re.compile(r"(?:注|备注|附注|说明|填表说明|填报说明|填写说明)\s*[:：1１一]|※|\*|注\s*\Z")
#: Between the halves of a table that a page break split.
_PAGE = re.compile(r"[（(]?\s*(?:接上表|续上表|续表|续)\s*\d*\s*[）)]?|[-—–\s]*第?\s*\d+\s*页?[-—–\s]*")


@dataclass(frozen=True, slots=True)
class Caption:
    """Lines of text above a table, and notes below the table before it."""

    titles: tuple[str, ...] = ()
    notes_above: tuple[str, ...] = ()


def captions_of(content: bytes) -> list[Caption]:
    """One for each table of the document's body, in order, and one more for what stands below the last."""
    captions: list[Caption] = []
    lines: list[str] = []
    document = docx.Document(io.BytesIO(content))
    for element in document.element.body.iter(_TABLE, _PARAGRAPH):
        if any(True for _ in element.iterancestors(_CELL)):
            continue
        if element.tag == _TABLE:
            captions.append(_caption(lines, is_last=False))
            lines = []
        else:
            lines += _lines_of(element, document)
    return [*captions, _caption(lines, is_last=True)]


def _lines_of(element: Any, parent: Any) -> list[str]:
    text = one_line(Paragraph(element, parent).text)
    return [text] if text and not _PAGE.fullmatch(text) else []


def _caption(lines: Sequence[str], *, is_last: bool) -> Caption:
    """Notes begin with a word for it and go on until a line that names a catalogue."""
    start = next((place for place, line in enumerate(lines) if NOTE.match(line)), None)
    if start is None:
        return Caption() if is_last else Caption(tuple(lines))
    stop = next((place for place in range(start, len(lines)) if "目录" in lines[place]), len(lines))
    return Caption((*lines[:start], *lines[stop:]), tuple(lines[start:stop]))
