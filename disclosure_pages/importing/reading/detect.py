"""What a file is, decided by its bytes."""

from __future__ import annotations

import io
from collections.abc import Callable

from disclosure_pages.media.inspection.archives import open_zip
from disclosure_pages.media.inspection.inspect import inspect_file
from disclosure_pages.media.inspection.refusals import FileRefused
from disclosure_pages.media.names import extension_of

from .blocks import DocumentFormat
from .limits import MAX_FILE_BYTES, MAX_TEXT_BYTES, MAX_XML_BYTES
from .refusals import Unreadable, from_inspection

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF")
_WEB = (b"<!doctype", b"<html", b"<?xml", b"<head", b"<body", b"mime-version:")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
#: Main member of a package → code of the refusal; the order decides.
_PACKAGES = {
    "xl/workbook.xml": "spreadsheet",
    "ppt/presentation.xml": "presentation",
    "OFD.xml": "ofd",
    "content.xml": "open-document",
}
_STREAMS = {
    "encryptedpackage": "encrypted",
    "worddocument": "old-word",
    "workbook": "spreadsheet",
    "book": "spreadsheet",
}


def detect_format(content: bytes, *, name: str = "") -> DocumentFormat:
    """The format of a file that is safe to read; raises :class:`Unreadable`.

    ``name`` only serves to refuse a file whose extension says something else than its content; the same inspection
    looks into the bytes that looks into every upload.
    """
    if not content.strip():
        raise Unreadable("empty")
    if len(content) > MAX_FILE_BYTES:
        raise Unreadable("too-large")
    found = _format_of(content)
    extension = extension_of(name)
    if extension and extension != found:
        raise Unreadable("disguised", format=found.value)
    try:
        inspect_file(f"file.{found}", io.BytesIO(content))
    except FileRefused as error:
        raise from_inspection(error) from error
    return found


def _format_of(content: bytes) -> DocumentFormat:
    for begins, format_of in _BY_BEGINNING:
        if content.startswith(begins):
            return format_of(content)
    head = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"{\\rtf"):
        raise Unreadable("rich-text")
    if head.startswith(_WEB):
        raise Unreadable("web-page")
    if b"\x00" in content:
        raise Unreadable("unknown")
    if len(content) > MAX_TEXT_BYTES:
        raise Unreadable("too-large")
    return DocumentFormat.TEXT


def _refuse(code: str) -> Callable[[bytes], DocumentFormat]:
    def refuse(content: bytes) -> DocumentFormat:
        raise Unreadable(code)

    return refuse


def _pdf(content: bytes) -> DocumentFormat:
    return DocumentFormat.PDF


def _package(content: bytes) -> DocumentFormat:
    try:
        with open_zip(io.BytesIO(content)) as archive:
            sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
    except FileRefused as error:
        raise from_inspection(error) from error
    if "word/document.xml" in sizes:
        if sum(size for name, size in sizes.items() if name.endswith((".xml", ".rels"))) > MAX_XML_BYTES:
            raise Unreadable("too-large")
        return DocumentFormat.DOCX
    raise Unreadable(next((code for part, code in _PACKAGES.items() if part in sizes), "archive"))


def _compound(content: bytes) -> DocumentFormat:
    """WPS Writer's own format is that of Word 97; a password on a .docx makes it a compound file, too."""
    import olefile  # with the first such file

    try:
        with olefile.OleFileIO(io.BytesIO(content)) as compound:
            streams = {entry[0].lower() for entry in compound.listdir()}
    except (OSError, ValueError, TypeError, IndexError, RecursionError) as error:
        raise Unreadable("damaged") from error
    raise Unreadable(next((code for stream, code in _STREAMS.items() if stream in streams), "unknown"))


_BY_BEGINNING: tuple[tuple[bytes | tuple[bytes, ...], Callable[[bytes], DocumentFormat]], ...] = (
    (b"%PDF-", _pdf),
    (b"PK", _package),
    (_OLE, _compound),
    (_PICTURES, _refuse("picture")),
    (_UTF16, _refuse("wrong-encoding")),
)
