"""DOCX: titles as paragraphs, a table in landscape whose headings repeat on every page.

The table is made of its elements directly: python-docx looks through the whole table for each cell that is merged.
"""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from plugins.contrib.item_catalogue.structure import Sheet

from .grid import Grid, grid_of


def write_docx(sheet: Sheet) -> bytes:
    """A document with one table."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    for title in sheet.shape.titles:
        document.add_paragraph(title).alignment = WD_ALIGN_PARAGRAPH.CENTER
    grid = grid_of(sheet)
    table = document.add_table(rows=0, cols=grid.width, style="Table Grid")
    for row in _rows(grid):
        table._tbl.append(row)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _rows(grid: Grid) -> list[Any]:
    spans = {(row, merge.left): merge for merge in grid.merges for row in range(merge.top, merge.bottom + 1)}
    rows = []
    for number, texts in enumerate(grid.rows):
        row = OxmlElement("w:tr")
        if number < grid.heads:
            _add(_add(row, "w:trPr"), "w:tblHeader")
        place = 0
        while place < grid.width:
            merge = spans.get((number, place))
            across = merge.right - merge.left + 1 if merge else 1
            is_down = merge is not None and merge.bottom > merge.top
            down = ("restart" if merge and merge.top == number else "continue") if is_down else ""
            row.append(_cell(texts[place], across, down))
            place += across
        rows.append(row)
    return rows


def _cell(text: str, across: int, down: str) -> Any:
    cell = OxmlElement("w:tc")
    properties = _add(cell, "w:tcPr")
    if across > 1:
        _add(properties, "w:gridSpan", str(across))
    if down:
        _add(properties, "w:vMerge", down)
    for line in text.split("\n"):
        run = _add(_add(cell, "w:p"), "w:r")
        run.text = line
    return cell


def _add(parent: Any, tag: str, value: str = "") -> Any:
    element = OxmlElement(tag)
    if value:
        element.set(qn("w:val"), value)
    parent.append(element)
    return element
