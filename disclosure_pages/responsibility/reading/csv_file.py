"""CSV in UTF-8 (with or without a mark) or GB18030, separated by commas, semicolons or tabs."""

from __future__ import annotations

import csv
import io

from django.utils.translation import gettext as _

from disclosure_pages.responsibility.enums import FileFormat
from disclosure_pages.responsibility.problems import UnreadableFile

from .limits import MAX_ROWS
from .raw import Cell, RawFile, RawRow, RawTable

_DELIMITERS = ",\t;"


def read_csv(content: bytes) -> RawFile:
    """Read a CSV. ``is_guessed_encoding`` is set for GB18030, which accepts almost any bytes."""
    text, is_guessed = _decode(content)
    rows = _rows(text, _delimiter(text))
    return RawFile(format=FileFormat.CSV, tables=(RawTable(rows=tuple(rows)),), is_guessed_encoding=is_guessed)


def _decode(content: bytes) -> tuple[str, bool]:
    for encoding, is_guessed in (("utf-8-sig", False), ("gb18030", True)):
        try:
            return content.decode(encoding), is_guessed
        except UnicodeDecodeError:
            continue
    raise wrong_encoding()


def wrong_encoding() -> UnreadableFile:
    """The problem of a text that is neither UTF-8 nor GB18030."""
    return UnreadableFile(
        "wrong-encoding",
        _("The text is neither UTF-8 nor GB18030."),
        _("Save it as “CSV UTF-8” or as an XLSX workbook."),
    )


def _delimiter(text: str) -> str:
    """The separator that occurs most; a comma wins a draw, as it does in files of one column."""
    return max(_DELIMITERS, key=text.count)


def _rows(text: str, delimiter: str) -> list[RawRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[RawRow] = []
    start = 1
    try:
        for values in reader:
            rows.append(RawRow(number=start, cells=tuple(Cell(value) for value in values)))
            start = reader.line_num + 1
            if len(rows) > MAX_ROWS:
                raise too_many_rows()
    except csv.Error as error:
        raise UnreadableFile(
            "broken-file",
            _("From line %(line)d on the file is no valid CSV: probably a quotation mark is missing.")
            % {"line": start},
            _("Close the quotation mark in this line, or save the table as an XLSX workbook."),
            row=start,
        ) from error
    return rows


def too_many_rows() -> UnreadableFile:
    """The problem of a table that no district has."""
    return UnreadableFile(
        "too-large",
        _("The table has more than %(limit)d rows.") % {"limit": MAX_ROWS},
        _("Delete the rows below the table, also those that only look empty."),
    )
