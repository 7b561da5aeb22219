"""From the bytes of an upload to rows of text. A file is known by its content; its name is never looked at."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from .cells import cell_text
from .exceptions import FileRefused

MAX_BYTES = 2 * 1024 * 1024
MAX_ROWS = 2_000
MAX_COLUMNS = 60
MAX_CELL = 2_000

# First bytes of what is often given a table's name by mistake.
_OTHER_KINDS: dict[bytes, Any] = {
    b"\xd0\xcf\x11\xe0": _(
        "This is an old Excel file (XLS) or one with a password. Save it as XLSX without a password."
    ),
    b"%PDF": _("This is a PDF file. Upload the table as XLSX or CSV."),
    b"\x89PNG": _("This is a picture. Upload the table as XLSX or CSV."),
    b"\xff\xd8\xff": _("This is a picture. Upload the table as XLSX or CSV."),
    b"{\\rtf": _("This is a text document. Upload the table as XLSX or CSV."),
}
_BINARY = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


@dataclass(frozen=True)
class SheetProblem:
    """What is wrong with one cell. ``row`` counts as the spreadsheet does, the heading being row 1 at the top."""

    row: int
    heading: str
    message: str
    remedy: str


@dataclass(frozen=True)
class SheetRow:
    """One row: its number in the spreadsheet, and as many cells as there are headings."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A table with its headings; ``problems`` are cells that cannot be taken as text."""

    headings: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    problems: tuple[SheetProblem, ...] = field(default=())


def read_sheet(content: bytes) -> Sheet:
    """Read XLSX or CSV (UTF-8, UTF-16 or GB18030). Raises :class:`FileRefused`."""
    if not content.strip():
        raise FileRefused(_("The file is empty."))
    if len(content) > MAX_BYTES:
        raise FileRefused(_("The file is larger than %(limit)d MB. Split it."), params={"limit": MAX_BYTES // 1024**2})
    for start, message in _OTHER_KINDS.items():
        if content.startswith(start):
            raise FileRefused(message)
    return _sheet(_workbook_rows(content) if content.startswith(b"PK") else _csv_rows(_decode(content)))


def _workbook_rows(content: bytes) -> Iterable[tuple[int, Sequence[object]]]:
    from .workbook import workbook_rows  # its library is large, and servers seldom read a workbook

    return workbook_rows(content)


def _decode(content: bytes) -> str:
    encodings = ["utf-8-sig", "gb18030"]
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _BINARY.search(text):
            break
        if text.lstrip().startswith("<"):
            raise FileRefused(_("This is a web page, not a table. Upload the table as XLSX or CSV."))
        return text
    raise FileRefused(_("This is neither an XLSX workbook nor a CSV text in UTF-8 or GB18030."))


def _csv_rows(text: str) -> Iterator[tuple[int, Sequence[object]]]:
    first_line = text.split("\n", 1)[0]
    delimiter = max(",\t;", key=first_line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 1
    try:
        for cells in reader:
            yield number, cells
            number = reader.line_num + 1
    except csv.Error as error:
        raise FileRefused(
            _("The CSV text is broken near line %(line)d: %(error)s."), params={"line": number, "error": error}
        ) from error


def _sheet(rows: Iterable[tuple[int, Sequence[object]]]) -> Sheet:
    filled = ((number, cells) for number, cells in rows if any(cell_text(cell) for cell in cells))
    heading_row = next(filled, None)
    if heading_row is None:
        raise FileRefused(_("The table is empty."))
    headings = _headings(heading_row[1])
    body: list[SheetRow] = []
    problems: list[SheetProblem] = []
    for number, cells in filled:
        if len(body) == MAX_ROWS:
            raise FileRefused(_("The table has more than %(limit)d rows. Split it."), params={"limit": MAX_ROWS})
        row, row_problems = _row(number, cells, headings)
        body.append(row)
        problems += row_problems
    return Sheet(headings, tuple(body), tuple(problems))


def _headings(cells: Sequence[object]) -> tuple[str, ...]:
    headings = [cell_text(cell) for cell in cells]
    while headings and not headings[-1]:
        headings.pop()
    if len(headings) > MAX_COLUMNS:
        raise FileRefused(_("The table has more than %(limit)d columns."), params={"limit": MAX_COLUMNS})
    doubled = {heading for heading in headings if headings.count(heading) > 1}
    if doubled:
        names = "、".join(sorted(heading or "∅" for heading in doubled))
        raise FileRefused(_("Headings that appear more than once: %(names)s."), params={"names": names})
    return tuple(headings)


def _row(number: int, cells: Sequence[object], headings: Sequence[str]) -> tuple[SheetRow, list[SheetProblem]]:
    texts = [cell_text(cell) for cell in cells]
    texts += [""] * (len(headings) - len(texts))
    problems = [
        SheetProblem(number, heading, str(getattr(cell, "problem", "")), str(getattr(cell, "remedy", "")))
        for heading, cell in zip(headings, cells, strict=False)
        if hasattr(cell, "problem")
    ]
    problems += [
        SheetProblem(number, heading, str(_("The text is too long.")), str(_("Shorten it.")))
        for heading, text in zip(headings, texts, strict=False)
        if len(text) > MAX_CELL
    ]
    if any(texts[len(headings) :]):
        message, remedy = _("There is text to the right of the last heading."), _("Give it a heading or clear it.")
        problems.append(SheetProblem(number, "", str(message), str(remedy)))
    return SheetRow(number, tuple(texts[: len(headings)])), problems
