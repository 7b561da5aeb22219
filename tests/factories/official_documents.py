"""Look-alikes of official documents, laid out as GB/T 9704 asks, in each format that can be imported.

A document is a list of (place, text): the place says how a typist sets it, in Word and on a printed page.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

MARK, CENTRE, TITLE, LEFT, BODY, RIGHT, TABLE = "mark", "centre", "title", "left", "body", "right", "table"
Part = tuple[str, Any]

REPEAL = "《清溪区老年助餐点管理办法》（清政办发〔2016〕21号）同时废止。"
NOTICE: list[Part] = [
    (MARK, "云州市清溪区人民政府办公室文件"),
    (CENTRE, "清政办发〔2021〕7号"),
    (TITLE, "云州市清溪区人民政府办公室"),
    (TITLE, "关于印发《清溪区社区食堂管理办法（试行）》的通知"),
    (LEFT, "各街道办事处，区直有关单位："),
    (BODY, "《清溪区社区食堂管理办法（试行）》已经区人民政府同意，现印发给你们，请照此办理。"),
    (BODY, "附件：1. 社区食堂申报表"),
    (BODY, "　　　2. 社区食堂补助标准"),
    (RIGHT, "云州市清溪区人民政府办公室"),
    (RIGHT, "2021年3月8日"),
    (BODY, "（此件主动公开）"),
    (TITLE, "清溪区社区食堂管理办法（试行）"),
    (CENTRE, "第一章　总则"),
    (BODY, "第一条　为了让老年居民就近用餐，规范社区食堂的开办和运行，制定本办法。"),
    (BODY, "第二条　本区范围内社区食堂的开办、补助和监督，适用本办法。"),
    (CENTRE, "第二章　开办"),
    (BODY, "第三条　开办社区食堂应当有固定场所，并依法取得食品经营许可。"),
    (CENTRE, "第三章　附则"),
    (BODY, "第四条　本办法自2021年4月1日起施行，有效期二年。" + REPEAL),
    (LEFT, "附件2"),
    (TITLE, "社区食堂补助标准"),
    (TABLE, [["类别", "面积", "补助（元）"], ["一类", "100平方米以上", "30000"], ["二类", "50平方米以上", "15000"]]),
    (LEFT, "抄送：区委办公室，区人大常委会办公室。"),
    (LEFT, "云州市清溪区人民政府办公室　　　　2021年3月10日印发"),
]

_WORD = {
    MARK: WD_ALIGN_PARAGRAPH.CENTER,
    CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
    TITLE: WD_ALIGN_PARAGRAPH.CENTER,
    RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}


def make_text(parts: Iterable[Part], *, encoding: str = "utf-8") -> bytes:
    """Plain text, a line a paragraph, cells apart by tabs."""
    lines = ("\n".join("\t".join(row) for row in content) if place == TABLE else content for place, content in parts)
    return "\n".join(lines).encode(encoding)


def make_docx(parts: Iterable[Part]) -> bytes:
    """A Word file with alignment, first-line indent and tables."""
    document = docx.Document()
    for place, content in parts:
        if place == TABLE:
            add_table(document, content)
            continue
        paragraph = document.add_paragraph(content)
        if place in _WORD:
            paragraph.alignment = _WORD[place]
        if place == BODY:
            paragraph.paragraph_format.first_line_indent = Cm(1.1)
        if place == TITLE:
            paragraph.runs[0].font.size = Pt(22)
    return saved(document)


def add_table(document: Any, rows: Sequence[Sequence[str]]) -> Any:
    """A table with ``rows`` at the end of a Word document."""
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return table


def saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


SHEET = """
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "— " counter(page) " —"; font-size: 14pt } }
body { font: 16pt/28pt "Noto Serif CJK SC"; text-align: justify } p { margin: 0 }
.mark { font-size: 34pt; line-height: 60pt; text-align: center; color: red } .centre { text-align: center }
.title { font-size: 22pt; line-height: 36pt; text-align: center } .body { text-indent: 2em }
.right { text-align: right; padding-right: 4em } table { border-collapse: collapse; width: 100% }
td { border: 1px solid black; padding: 4pt; line-height: 20pt; font-size: 12pt }
"""


def make_pdf(parts: Iterable[Part]) -> bytes:
    """A PDF with pages, page numbers and ruled tables."""
    from weasyprint import HTML

    body = "".join(_html(place, content) for place, content in parts)
    pdf: bytes = HTML(string=f"<style>{SHEET}</style>{body}").write_pdf()
    return pdf


def _html(place: str, content: Any) -> str:
    if place != TABLE:
        return f'<p class="{place}">{escape(content)}</p>'
    rows = ("".join(f"<td>{escape(text)}</td>" for text in row) for row in content)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
