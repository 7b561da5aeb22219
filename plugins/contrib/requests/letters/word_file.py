"""A letter as DOCX, laid out as GB/T 9704 asks: red heading, number, title, text, signature and day on the right."""

from __future__ import annotations

import io
from typing import Any

from .sheets import LetterSheet

_RED = (0xC0, 0x00, 0x00)
_TEXT_FONT, _HEADING_FONT = "FangSong", "SimSun"


def write_word(sheet: LetterSheet) -> bytes:
    """The file. It names no author and no program."""
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
    from docx.shared import Cm, Pt

    document = docx.Document()
    _set_up(document)
    _add(document, sheet.organ, ALIGN.CENTER, Pt(28), colour=_RED, is_bold=True)
    _underline(_add(document, sheet.number, ALIGN.CENTER, Pt(16)))
    _add(document, sheet.title, ALIGN.CENTER, Pt(22), is_bold=True).paragraph_format.space_before = Pt(28)
    _add(document, sheet.addressee, ALIGN.LEFT, Pt(16)).paragraph_format.space_before = Pt(14)
    for paragraph in sheet.paragraphs:
        _add(document, paragraph, ALIGN.JUSTIFY, Pt(16)).paragraph_format.first_line_indent = Pt(32)
    signature = _add(document, sheet.organ, ALIGN.RIGHT, Pt(16))
    signature.paragraph_format.space_before = Pt(42)
    signature.paragraph_format.keep_with_next = True
    for paragraph in (signature, _add(document, sheet.signed_on, ALIGN.RIGHT, Pt(16))):
        paragraph.paragraph_format.right_indent = Cm(1.1)
    return _saved(document)


def _set_up(document: Any) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    fonts = document.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), _TEXT_FONT)
    document.core_properties.author = document.core_properties.comments = ""


def _add(document: Any, text: str, place: Any, size: Any, *, colour: Any = None, is_bold: bool = False) -> Any:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    paragraph = document.add_paragraph()
    paragraph.alignment = place
    paragraph.paragraph_format.line_spacing = max(Pt(28), Pt(size.pt * 1.3))
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(text)
    run.font.size, run.bold = size, is_bold or None
    if is_bold:
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _HEADING_FONT)
    if colour:
        run.font.color.rgb = RGBColor(*colour)
    return paragraph


def _underline(paragraph: Any) -> None:
    """The red line below the number."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for key, value in {"val": "single", "sz": "12", "space": "6", "color": "C00000"}.items():
        line.set(qn(f"w:{key}"), value)
    borders.append(line)
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:spacing", "w:ind", "w:jc", "w:rPr")


def _saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
