"""Read a list: XLSX or CSV, its headings wherever in the first rows they stand."""

from __future__ import annotations

import csv
import datetime as dt
import io
import logging
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from disclosure_pages.importing.exceptions import ImportRefused
from disclosure_pages.media.inspection.inspect import inspect_file
from disclosure_pages.media.inspection.refusals import FileRefused

from .headings import SUBSTANTIAL, Heading, column_name, heading_named

logger = logging.getLogger("gongkai.importing")

MAX_ROWS = 100_000
#: So many rows may stand above the headings: a title, notes.
MAX_ABOVE = 10
MAX_CELL = 100_000

Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row with the number that its author sees, and its texts by key of their column; blank ones are left out."""

    number: int
    cells: Cells


def read_list(content: bytes) -> list[ListRow]:
    """Every row that has something in it. Raises :class:`ImportRefused` for what is no list of documents.

    Whatever a library raises on a broken workbook means the same to its author: the list is damaged.
    """
    try:
        found = _read(content)
    except ImportRefused:
        raise
    except Exception as error:
        logger.warning("A list could not be read: %s", error)
        raise ImportRefused(
            _("The list is damaged."), _("Open it in the program that made it, save it again and upload the new file.")
        ) from error
    if not found:
        raise ImportRefused(_("The list has no rows below its headings."), _("Fill in one document a row."))
    if len(found) > MAX_ROWS:
        raise ImportRefused(
            _("The list has more than %(limit)d rows.") % {"limit": MAX_ROWS}, _("Divide it into several lists.")
        )
    return found


def _read(content: bytes) -> list[ListRow]:
    rows = _xlsx_rows(content) if content.startswith(b"PK") else _csv_rows(content)
    numbered = enumerate(rows, start=1)
    headings = _find_headings(numbered)
    filled = (ListRow(number, cells) for number, row in numbered if (cells := _cells(row, headings)))
    return list(islice(filled, MAX_ROWS + 1))


def _find_headings(rows: Iterable[tuple[int, list[str]]]) -> dict[int, Heading]:
    """Column → heading, from the first row that names at least a title or a file."""
    for _number, row in islice(rows, MAX_ABOVE):
        named = [(index, heading) for index, text in enumerate(row) if (heading := heading_named(text))]
        is_alone = len(named) == 1 and sum(1 for text in row if text.strip()) > 1  # a word in a line of notes
        if any(heading.key in SUBSTANTIAL for _index, heading in named) and not is_alone:
            return _without_doubles(named)
    names = "、".join(column_name(key) for key in SUBSTANTIAL)
    raise ImportRefused(
        _("No row of the list has headings: none names %(names)s.") % {"names": names},
        _("Use the template, or give the columns its headings."),
    )


def _without_doubles(named: list[tuple[int, Heading]]) -> dict[int, Heading]:
    keys = [heading.key for _index, heading in named]
    double = next((heading.name for _index, heading in named if keys.count(heading.key) > 1), "")
    if double:
        raise ImportRefused(
            _("The heading “%(name)s” stands above several columns.") % {"name": double}, _("Keep one of them.")
        )
    return dict(named)


def _cells(row: list[str], headings: dict[int, Heading]) -> Cells:
    texts = ((heading.key, row[index].strip()) for index, heading in headings.items() if index < len(row))
    return {key: text[:MAX_CELL] for key, text in texts if text}


def _xlsx_rows(content: bytes) -> Iterator[list[str]]:
    """The first visible sheet; days are written as ISO days."""
    try:
        inspect_file("list.xlsx", io.BytesIO(content))
    except FileRefused as error:
        raise ImportRefused(" ".join(error.messages), _("Save the list as XLSX or CSV and upload it again.")) from error
    import openpyxl  # large, and a server seldom reads a list

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about parts of the workbook that are not read, such as data validation
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    sheet = next((sheet for sheet in book.worksheets if sheet.sheet_state == "visible"), None)
    if sheet is None:
        return
    for values in sheet.iter_rows(max_col=60, values_only=True):
        yield [_text(value) for value in values]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _csv_rows(content: bytes) -> Iterator[list[str]]:
    text = _decoded(content)
    delimiter = max(",\t;", key=text[:5000].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise ImportRefused(
            _("From line %(line)d on the list is no valid CSV: probably a quotation mark is missing.")
            % {"line": reader.line_num},
            _("Close the quotation mark, or save the list as XLSX."),
        ) from error


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise ImportRefused(_("The list is neither XLSX nor CSV."), _("Save it as XLSX or as “CSV UTF-8”."))
