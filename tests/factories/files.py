"""Bytes of packed files, as uploads bring them."""

from __future__ import annotations

import io
import zipfile

DOCX_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
CONTENT_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">%s</Types>'


def zip_bytes(members: dict[str, bytes | str]) -> bytes:
    """An archive of ``members``."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def docx_bytes(main_part: str = DOCX_MAIN, more: dict[str, bytes | str] | None = None) -> bytes:
    """A bare Word file, with ``more`` members."""
    types = CONTENT_TYPES % f'<Override PartName="/word/document.xml" ContentType="{main_part}"/>'
    return zip_bytes({"[Content_Types].xml": types, "word/document.xml": "<document/>", **(more or {})})


def pdf_bytes(*pages: str, drawing: str = "") -> bytes:
    """A PDF whose pages say ``pages`` (ASCII); a page without text only has ``drawing``, in PDF's operators."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for text in pages:
        content = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET" if text else drawing
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R "
            "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _numbered(objects)


def _numbered(objects: list[str]) -> bytes:
    body, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return bytes(body) + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()


def xlsx_bytes(sheets: dict[str, list[list[object]]], *, hidden: str = "") -> bytes:
    """A workbook with the rows of each sheet, of which one may be hidden."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.active)
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        sheet.sheet_state = "hidden" if title == hidden else "visible"
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()
