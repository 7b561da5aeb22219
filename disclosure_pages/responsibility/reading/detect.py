"""What a file is, decided by its bytes, and whether it is safe to unpack."""

from __future__ import annotations

import io
import zipfile

from django.utils.translation import gettext as _

from disclosure_pages.responsibility.enums import FileFormat
from disclosure_pages.responsibility.problems import UnreadableFile

from .limits import MAX_PARTS, MAX_UNPACKED_BYTES, MAX_XML_BYTES

_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def detect_format(content: bytes) -> FileFormat:
    """Return the format, or raise :class:`UnreadableFile` for whatever is not a readable table."""
    if not content.strip():
        raise UnreadableFile("empty-file", _("The file is empty."), _("Choose the file that holds the table."))
    if content.startswith(_OLE_MAGIC):
        raise _office_97_or_encrypted(content)
    if content.startswith(b"PK"):
        return _format_of_package(content)
    if content.startswith(_UTF16_MARKS):
        raise UnreadableFile(
            "wrong-encoding",
            _("The text is encoded in UTF-16."),
            _("Save it as “CSV UTF-8” or as an XLSX workbook."),
        )
    if b"\x00" in content or content.startswith((b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff")):
        raise unknown_format()
    return FileFormat.CSV


def unknown_format() -> UnreadableFile:
    """The problem of a file that is none of the three formats, whatever its name says."""
    return UnreadableFile(
        "unknown-format",
        _("The content of the file is not CSV, XLSX or DOCX, whatever its name says."),
        _("Save the table as CSV, as an XLSX workbook or as a DOCX document."),
    )


def broken_file(*, format_name: str, message: str = "") -> UnreadableFile:
    """The problem of a file that is of the format and cannot be read to its end; ``message`` says it more precisely."""
    return UnreadableFile(
        "broken-file",
        message
        or _("The file is broken: it begins like %(format)s but cannot be read to its end.") % {"format": format_name},
        _("Open it in the program that made it, save it again and upload the new file."),
    )


def _encrypted() -> UnreadableFile:
    return UnreadableFile(
        "encrypted-file",
        _("The file is protected by a password."),
        _("Remove the password in the program that made the file, save it and upload it again."),
    )


def _office_97_or_encrypted(content: bytes) -> UnreadableFile:
    if _ENCRYPTED_STREAM in content:
        return _encrypted()
    return UnreadableFile(
        "old-format",
        _("The file is in the format of Office 97–2003 (XLS or DOC)."),
        _("Save it as XLSX, DOCX or CSV and upload that file."),
    )


def _format_of_package(content: bytes) -> FileFormat:
    try:
        parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadableFile(
            "broken-file",
            _("The file is a damaged package: its end is missing or does not fit its beginning."),
            _("Open it in the program that made it, save it again and upload the new file."),
        ) from error
    _check_package(parts)
    names = {part.filename for part in parts}
    if "xl/workbook.xml" in names:
        return FileFormat.XLSX
    if "word/document.xml" in names:
        return FileFormat.DOCX
    raise unknown_format()


def _check_package(parts: list[zipfile.ZipInfo]) -> None:
    """Refuse what would fill the memory. The declared sizes hold: ``zipfile`` never unpacks more than declared."""
    if any(part.flag_bits & 0x1 for part in parts):
        raise _encrypted()
    xml = sum(part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels")))
    if len(parts) > MAX_PARTS or xml > MAX_XML_BYTES or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        raise UnreadableFile(
            "too-large",
            _("Unpacked, the file is larger than any responsibility table."),
            _("Copy the table alone into a new document and save that."),
        )
