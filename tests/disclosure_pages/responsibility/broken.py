"""Tables that offices get wrong: the shipped one with one thing broken, and files that are no table."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

import openpyxl

from disclosure_pages.responsibility.domain.samples import sample_table
from disclosure_pages.responsibility.reading.limits import MAX_FILE_BYTES, MAX_XML_BYTES
from tests.factories.tables import (
    HEADINGS,
    make_csv,
    make_merged_docx,
    make_merged_xlsx,
    sample_rows,
    sample_with,
    saved,
)

UNITS, NOTE, FIRST, SECOND, THIRD = "责任单位", "备注", "一级标题", "二级标题", "三级标题"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@dataclass(frozen=True)
class Broken:
    """A broken file and the first problem that it must show; ``remedy`` is a part of the remedy."""

    name: str
    make: Callable[[], bytes]
    code: str
    row: int | None = None
    column: str = ""
    remedy: str = ""
    is_warning: bool = False


def with_cell(line: int, heading: str, text: str) -> Callable[[], bytes]:
    return lambda: sample_with(line, heading, text)


def without_first_of_first_row() -> bytes:
    rows = sample_rows()
    rows[0][0] = rows[0][1] = ""
    return make_csv(rows)


def with_row(row: list[str]) -> Callable[[], bytes]:
    return lambda: make_csv([*sample_rows(), row])


def with_headings(headings: list[str]) -> Callable[[], bytes]:
    return lambda: make_csv(sample_rows(), headings=headings)


def packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def zip_with_password() -> bytes:
    """A package whose first part says that it is encrypted."""
    content = bytearray(make_merged_xlsx())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def merge_bomb() -> bytes:
    """A small workbook that merges seventeen thousand million cells."""
    source = zipfile.ZipFile(io.BytesIO(saved(openpyxl.Workbook())))
    parts = {name: source.read(name) for name in source.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    parts[sheet] = parts[sheet].replace(b"<sheetData />", b"<sheetData></sheetData>").replace(b"</sheetData>", merge)
    return packed(parts)


TABLES = [
    Broken("unknown unit", with_cell(16, UNITS, "区叫育局"), "unknown-unit", 16, UNITS, "区教育局"),
    Broken("unknown collective", with_cell(26, UNITS, "各有关委办局"), "unknown-collective", 26, UNITS),
    Broken("unknown 等 collective", with_cell(38, UNITS, "区民政局等有关委办"), "unknown-collective", 38, UNITS),
    Broken("closed unit", with_cell(4, UNITS, "区旧局"), "inactive-unit", 4, UNITS),
    Broken("merged unit", with_cell(35, UNITS, "区文化局、区科技局"), "inactive-unit", 35, UNITS, "区文化旅游体育局"),
    Broken("ambiguous alias", with_cell(4, UNITS, "区执法局"), "ambiguous-unit", 4, UNITS),
    Broken("duplicate column", with_cell(5, SECOND, "１．履职依据"), "duplicate-column", 5, SECOND),
    Broken("third without second", with_cell(17, SECOND, ""), "third-without-second", 17, SECOND),
    Broken("second without first", without_first_of_first_row, "second-without-first", 2, FIRST),
    Broken("empty unit", with_cell(10, UNITS, " "), "empty-unit", 10, UNITS),
    Broken("empty collective", with_cell(26, UNITS, "各社区"), "empty-collective", 26, UNITS),
    Broken("units but no title", with_row(["", "", "", "", "区教育局", ""]), "row-without-title", 43, FIRST),
    Broken("only a numbering", with_cell(9, SECOND, "6."), "blank-title", 9, SECOND),
    Broken("endless title", with_cell(9, SECOND, "6." + "长" * 101), "title-too-long", 9, SECOND),
    Broken("endless note", with_cell(31, NOTE, "注" * 201), "note-too-long", 31, NOTE),
    Broken("missing heading", with_headings([*HEADINGS[:4], "", NOTE]), "missing-heading", 1, UNITS),
    Broken("duplicate heading", with_headings([*HEADINGS[:5], UNITS]), "duplicate-heading", 1, UNITS),
    Broken("comma without quotes", with_row(["八", "新", "", "", "区教育局", "", "区民政局"]), "extra-cells", 43),
    Broken("headings only", lambda: make_csv([]), "no-rows"),
    Broken("no headings", lambda: make_csv(sample_rows(), headings=["a"]), "no-table"),
    Broken("another text", "今天天气很好。\n".encode, "no-table"),
    Broken("open quotation mark", lambda: sample_table() + '八,"新,,,区教育局,\n'.encode(), "broken-file", 43),
    Broken("UTF-16", lambda: sample_table().decode().encode("utf-16"), "wrong-encoding"),
    Broken("Big5", lambda: "序號,一級標題,二級標題,責任單位\n".encode("big5"), "wrong-encoding"),
    Broken("cut in a character", lambda: sample_table()[:400] + b"\xff\xfe\xff", "wrong-encoding"),
    Broken("empty file", lambda: b"", "empty-file"),
    Broken("blank file", lambda: b"\xef\xbb\xbf,,,\r\n,,,\r\n", "empty-file"),
    Broken("cut workbook", lambda: make_merged_xlsx()[:4000], "broken-file"),
    Broken("cut document", lambda: make_merged_docx()[:-40], "broken-file"),
    Broken("hollow workbook", lambda: packed({"xl/workbook.xml": b"<workbook"}), "broken-file"),
    Broken("Excel 97", lambda: OLE, "old-format"),
    Broken("password", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted-file"),
    Broken("password of a package", zip_with_password, "encrypted-file"),
    Broken("picture called CSV", lambda: b"\x89PNG\r\n\x1a\n" + bytes(64), "unknown-format"),
    Broken("PDF called XLSX", lambda: b"%PDF-1.7\n1 0 obj\n", "unknown-format"),
    Broken("any package", lambda: packed({"readme.txt": b"x"}), "unknown-format"),
    Broken("too many bytes", lambda: b"x" * (MAX_FILE_BYTES + 1), "too-large"),
    Broken("zip bomb", lambda: packed({"xl/workbook.xml": bytes(MAX_XML_BYTES + 1)}), "too-large"),
    Broken("merge bomb", merge_bomb, "too-large"),
    Broken(
        "too many rows", lambda: make_csv([["", f"栏{n}", "", "", "区教育局", ""] for n in range(5001)]), "too-large"
    ),
    Broken("unit twice", with_cell(4, UNITS, "区城管局、区行政执法局"), "repeated-unit", 4, UNITS, is_warning=True),
    Broken("units in the note", with_cell(4, NOTE, "区民政局"), "unit-in-note", 4, NOTE, is_warning=True),
    Broken(
        "two numberings", with_cell(17, SECOND, "13.重大民生信息"), "conflicting-numbering", 17, SECOND, is_warning=True
    ),
    Broken("a remark", with_row(["2026年编制", "", "", "", "", ""]), "row-ignored", 43, "序号", is_warning=True),
    Broken("another column", with_headings([*HEADINGS[:5], "电话"]), "unknown-heading", 1, "电话", is_warning=True),
]
