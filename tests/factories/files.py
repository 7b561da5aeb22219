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
