"""The first sheet of an XLSX workbook, opened with care: archives lie about their size."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import openpyxl
from django.utils.translation import gettext_lazy as _
from openpyxl.utils.exceptions import InvalidFileException

from .exceptions import FileRefused

MAX_UNPACKED = 40 * 1024 * 1024
MAX_BLANK_RUN = 500

# openpyxl and the XML parser below it report damage with whatever exception the damage happens to cause.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    EOFError,
    OSError,
    SyntaxError,
    NotImplementedError,
    RuntimeError,
)


@dataclass(frozen=True)
class UnreadableCell:
    """A cell whose value is not text: it reads as its formula, with what to do about it."""

    text: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        return self.text


def workbook_rows(content: bytes) -> Iterator[tuple[int, Sequence[object]]]:
    """Yield (row number, cells) of the first sheet. Raises :class:`FileRefused` when it is no sound workbook."""
    try:
        _refuse_other_archives(content)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles and extensions that it drops
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
            yield from _rows(book.worksheets[0])
    except FileRefused:
        raise
    except _DAMAGE as error:
        raise FileRefused(_("The workbook is damaged and cannot be opened. Save it again as XLSX.")) from error


def _refuse_other_archives(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
        if "xl/workbook.xml" not in names:
            raise FileRefused(_("This archive is not an XLSX workbook. Upload the table as XLSX or CSV."))
        if "xl/vbaProject.bin" in names:
            raise FileRefused(_("This workbook contains macros. Save it as XLSX without macros."))
        if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
            raise FileRefused(_("The workbook unpacks to more than it should. Copy the table to a new workbook."))


def _rows(sheet: Any) -> Iterator[tuple[int, Sequence[object]]]:
    sheet.reset_dimensions()  # what the file says about its size is not to be trusted
    blank_run = 0
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        values = [_value(cell) for cell in cells]
        blank_run = 0 if any(value is not None for value in values) else blank_run + 1
        if blank_run > MAX_BLANK_RUN:
            return
        yield number, values


def _value(cell: Any) -> object:
    if cell.data_type == "f":
        return UnreadableCell(str(cell.value), str(_("The cell holds a formula.")), str(_("Paste its value instead.")))
    if cell.data_type == "e":
        return UnreadableCell(
            str(cell.value), str(_("The cell holds an error of the spreadsheet.")), str(_("Type the value."))
        )
    return cell.value
