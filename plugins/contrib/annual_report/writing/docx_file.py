"""DOCX: headings of the parts, texts, and real tables whose headings repeat on every page."""

from __future__ import annotations

import io
from typing import Any

from plugins.api import Pictures, add_blocks, blocks_of, set_fonts, writable
from plugins.contrib.annual_report.structure import Grid, Laid

from .contents import Contents, Section, sections_of
from .figures import Figures, figures_below

#: Above so many columns a table is set in small type.
WIDE = 8
SMALL, USUAL = 7.5, 10


def write_docx(contents: Contents) -> bytes:
    """The whole report."""
    from docx import Document  # loaded by whoever needs it first

    file = Document()
    set_fonts(file)
    file.core_properties.title = writable(contents.title)[:255]
    file.core_properties.author = writable(contents.organ)[:255]
    file.add_heading(writable(contents.title), level=0)
    pictures = Pictures.of(file, list(contents.pictures))
    for section in sections_of(contents):
        file.add_heading(section.label, level=1)
        _add_section(file, section, pictures)
    _add_comparisons(file, figures_below(contents))
    if contents.mark:
        file.sections[0].header.paragraphs[0].add_run(writable(contents.mark)).bold = True
    written = io.BytesIO()
    file.save(written)
    return written.getvalue()


def _add_section(file: Any, section: Section, pictures: Pictures) -> None:
    for text in section.texts:
        if text.has_heading:
            file.add_heading(text.prose.title, level=2)
        add_blocks(file, blocks_of(text.body), pictures)
    for grid in section.grids:
        if section.is_joined:
            file.add_paragraph(grid.table.title).paragraph_format.keep_with_next = True
        _add_grid(file, grid)
        file.add_paragraph()


def _add_comparisons(file: Any, below: Figures) -> None:
    """The comparison as tables; charts say the same, and are left to the page and the PDF."""
    if below.comparisons:
        file.add_heading(below.heading, level=1)
    for comparison in below.comparisons:
        file.add_paragraph(comparison.title).paragraph_format.keep_with_next = True
        table = file.add_table(rows=0, cols=len(comparison.heads), style="Table Grid")
        for texts in (comparison.heads, *(line.texts for line in comparison.lines)):
            for place, text in zip(table.add_row().cells, texts, strict=True):
                place.paragraphs[0].add_run(writable(text))
        _repeat(table.rows[0])
        file.add_paragraph()


def _add_grid(file: Any, grid: Grid) -> None:
    table = file.add_table(rows=len(grid.rows), cols=grid.width, style="Table Grid")
    places = [list(row.cells) for row in table.rows]
    for row in grid.rows:
        for cell in row:
            _write(places, cell, SMALL if grid.width > WIDE else USUAL)
    for row in table.rows[: grid.heads]:
        _repeat(row)


def _write(places: list[list[Any]], cell: Laid, size: float) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    place = places[cell.row][cell.column]
    if cell.down > 1 or cell.across > 1:
        place = place.merge(places[cell.row + cell.down - 1][cell.column + cell.across - 1])
    paragraph = place.paragraphs[0]
    run = paragraph.add_run(writable(cell.text))
    run.font.size = Pt(size)
    if cell.scope not in {"row", "rowgroup"}:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _repeat(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
