"""Read CSV, XLSX and DOCX into one neutral form. The content decides what a file is; its name is never looked at."""

from __future__ import annotations

from django.utils.translation import gettext as _

from disclosure_pages.responsibility.enums import FileFormat
from disclosure_pages.responsibility.problems import UnreadableFile

from .csv_file import read_csv
from .detect import broken_file, detect_format
from .limits import MAX_FILE_BYTES
from .raw import RawFile


def _read(content: bytes, file_format: FileFormat) -> RawFile:
    """Libraries are loaded for the file at hand: together they cost a server process 5 MB."""
    if file_format == FileFormat.DOCX:
        from .docx_file import read_docx

        return read_docx(content)
    if file_format == FileFormat.XLSX:
        from .xlsx_file import read_xlsx

        return read_xlsx(content)
    return read_csv(content)


def read_file(content: bytes) -> RawFile:
    """Read a whole file. Raises :class:`UnreadableFile`, whose problem names the cause and the remedy.

    Whatever a library raises on a broken file means the same to the author: the file is broken.
    """
    if len(content) > MAX_FILE_BYTES:
        raise UnreadableFile(
            "too-large",
            _("The file has %(size).1f MB; at most %(limit)d MB are read.")
            % {"size": len(content) / 1024**2, "limit": MAX_FILE_BYTES // 1024**2},
            _("Remove pictures and other sheets, or save the table alone as CSV."),
        )
    file_format = detect_format(content)
    try:
        return _read(content, file_format)
    except UnreadableFile:
        raise
    except Exception as error:
        raise broken_file(format_name=file_format.upper()) from error


__all__ = ["RawFile", "read_file"]
