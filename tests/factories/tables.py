"""Responsibility tables in every format, written the way offices write them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import Any

import docx
import openpyxl
from docx.oxml import OxmlElement
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from disclosure_pages.responsibility.domain.samples import sample_table

Row = list[str]
HEADINGS = ["序号", "一级标题", "二级标题", "三级标题", "责任单位", "备注"]
PAGES = (17, 29)  # rows of the sample table before which a page ends


def sample_rows() -> list[Row]:
    """Rows of the shipped table without its headings."""
    return list(csv.reader(io.StringIO(sample_table().decode())))[1:]


def make_csv(rows: Iterable[Sequence[str]], headings: Sequence[str] = HEADINGS, encoding: str = "utf-8") -> bytes:
    file = io.StringIO()
    csv.writer(file).writerows([headings, *rows])
    return file.getvalue().encode(encoding)


def sample_with(line: int, heading: str, text: str) -> bytes:
    """The shipped table with another text in one cell; ``line`` is that of the file."""
    rows = sample_rows()
    rows[line - 2][HEADINGS.index(heading)] = text
    return make_csv(rows)


def sample_without(*lines: int) -> bytes:
    """The shipped table without some lines of the file."""
    return make_csv(row for line, row in enumerate(sample_rows(), start=2) if line not in lines)


def make_xlsx(rows: Iterable[Sequence[Any]], headings: Sequence[str] = HEADINGS) -> bytes:
    """A plain sheet: headings in its first row, nothing merged."""
    book = openpyxl.Workbook()
    for row in [headings, *rows]:
        book.active.append(list(row))
    return saved(book)


def saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pages_of(rows: list[Row]) -> list[list[Row]]:
    """Rows by printed page; on a later page, cells that go on from the page before are blank."""
    bounds = [0, *PAGES, len(rows)]
    pages = [[list(row) for row in rows[start:end]] for start, end in pairwise(bounds)]
    for before, page in pairwise(pages):
        _blank_repeats(before[-1], page)
    return pages


def _blank_repeats(last: Row, page: list[Row]) -> None:
    first, second = last[1], last[2]
    for row in page:
        if row[1] != first:
            return
        row[0] = row[1] = ""
        if row[3] and row[2] == second:
            row[2] = ""


def runs_of(page: list[Row], column: int) -> list[tuple[int, int]]:
    """(first, last) index of neighbouring rows with the same text in ``column``: what an office merges.

    A merge of titles ends with the merges to its left; a merge of units does not care.
    """
    start = 0 if column <= HEADINGS.index("三级标题") else column
    runs = []
    for key, group in groupby(range(len(page)), key=lambda index: page[index][start : column + 1]):
        indices = list(group)
        if key[-1] and len(indices) > 1:
            runs.append((indices[0], indices[-1]))
    return runs


def make_merged_xlsx() -> bytes:
    """The shipped table as a workbook: a title above, headings on every page, merged titles and units, rich text."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["政府信息公开平台内容保障责任分解表"])
    sheet.merge_cells("A1:F1")
    sheet.append([])
    for page in pages_of(sample_rows()):
        sheet.append(HEADINGS)
        top = sheet.max_row + 1
        for row in page:
            sheet.append([_decorated(text) for text in row])
        for column in (0, 1, 2, 4):
            for start, end in runs_of(page, column):
                letter = "ABCDEF"[column]
                sheet.merge_cells(f"{letter}{top + start}:{letter}{top + end}")
    sheet.append(["2026年1月编制"])
    sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=6)
    return saved(book)


def _decorated(text: str) -> Any:
    """Bold numbering before a plain title, as rich text."""
    numbering, dot, title = text.partition(".")
    if not dot or not numbering.isdigit():
        return text.replace("、", "、\n") or None
    return CellRichText(TextBlock(InlineFont(b=True), numbering + dot), title)


def make_merged_docx() -> bytes:
    """The shipped table as a Word document: a table on each page with its headings, merged titles and units."""
    document = docx.Document()
    document.add_paragraph("附件")
    for page in pages_of(sample_rows()):
        table = document.add_table(rows=0, cols=len(HEADINGS))
        for row in [HEADINGS, *page]:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        for column in (0, 1, 2, 4):
            for start, end in runs_of(page, column):
                _merge(table, column, start + 1, end + 1)
        document.add_paragraph("")
    _add_revision(document)
    return saved(document)


def _merge(table: Any, column: int, start: int, end: int) -> None:
    for row in table.rows[start + 1 : end + 1]:
        row.cells[column].text = ""
    table.cell(start, column).merge(table.cell(end, column))


def _add_revision(document: Any) -> None:
    """A unit that was written under revision and is not yet accepted, beside one that was deleted."""
    paragraph = document.tables[0].rows[2].cells[4].paragraphs[0]
    run = paragraph.runs[0]._r
    inserted = OxmlElement("w:ins")
    run.addprevious(inserted)
    inserted.append(run)
    gone = paragraph.add_run("区旧局")._r
    text = gone.find("{*}t")
    text.tag = text.tag.replace("}t", "}delText")
    deleted = OxmlElement("w:del")
    gone.addprevious(deleted)
    deleted.append(gone)
