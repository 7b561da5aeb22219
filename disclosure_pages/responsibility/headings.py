"""Find the heading row of a table and turn the rows below it into records, one cell for each field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .enums import LEVELS, Field, FileFormat, Severity
from .problems import Problem, UnreadableFile
from .reading.csv_file import wrong_encoding
from .reading.raw import Cell, RawFile, RawRow, RawTable
from .titles import identity

_SPELLINGS: dict[str, Field] = {
    **{field.value: field for field in Field},
    **dict.fromkeys(("编号", "序"), Field.ORDINAL),
    **dict.fromkeys(("一级栏目", "一级目录", "一级"), Field.FIRST),
    **dict.fromkeys(("二级栏目", "二级目录", "二级"), Field.SECOND),
    **dict.fromkeys(("三级栏目", "三级目录", "三级"), Field.THIRD),
    **dict.fromkeys(("责任部门", "负责单位", "责任主体", "保障单位"), Field.UNITS),
    **dict.fromkeys(("说明", "附注"), Field.NOTE),
}
_REQUIRED = (*LEVELS, Field.UNITS)
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Record:
    """A row below the headings. A field that the table lacks is a blank cell."""

    row: int
    place: str
    cells: Mapping[Field, Cell]
    extra: str = ""

    def __getitem__(self, field: Field) -> Cell:
        return self.cells.get(field, Cell())

    def is_written(self, field: Field) -> bool:
        """Whether the author wrote something into this very cell (a merge from above does not count)."""
        return bool(self[field].text.strip()) and not self[field].carried


@dataclass(frozen=True, slots=True)
class _Headings:
    fields: dict[int, Field]
    width: int
    problems: tuple[Problem, ...] = ()


def find_records(file: RawFile) -> tuple[list[Record], list[Problem]]:
    """Records of the table in ``file`` and the problems of its headings.

    Tables of a Word document continue each other (a page break made them); of the sheets of a workbook the first that
    has headings counts, and a warning names the others. Raises :class:`UnreadableFile` when no table has headings.
    """
    tables = [(table, _heading_row(table)) for table in file.tables]
    first = next((index for index, (_table, start) in enumerate(tables) if start is not None), None)
    if first is None:
        raise _no_table(file)
    if file.format is FileFormat.DOCX:
        return _read_tables(tables[first:])
    records, problems = _read_tables(tables[first : first + 1])
    return records, problems + [_other_sheet(table) for table, start in tables[first + 1 :] if start is not None]


def _read_tables(tables: Sequence[tuple[RawTable, int | None]]) -> tuple[list[Record], list[Problem]]:
    """Read tables that continue each other: each below its own headings, or from its top when it is as wide.

    The first must have headings; ``None`` as the index of the heading row says that a later one has not.
    """
    records: list[Record] = []
    problems: list[Problem] = []
    headings = _Headings(fields={}, width=0)
    for table, start in tables:
        if start is not None:
            headings = _read_headings(table, start)
            problems += headings.problems
        elif max((len(row.cells) for row in table.rows), default=0) != headings.width:
            continue
        records += _records(table, 0 if start is None else start + 1, headings)
    return records, problems


def _no_table(file: RawFile) -> UnreadableFile:
    if file.is_guessed_encoding:
        return wrong_encoding()
    if all(row.is_blank() for table in file.tables for row in table.rows):
        return UnreadableFile(
            "empty-file", _("Nothing is written in the file."), _("Choose the file that holds the table.")
        )
    return UnreadableFile(
        "no-table",
        _("The file holds no responsibility table: no row has its headings."),
        _("Write a row with the headings %(headings)s above the table.") % {"headings": "、".join(Field)},
    )


def _other_sheet(table: RawTable) -> Problem:
    return Problem(
        row=None,
        column="",
        code="other-sheet-ignored",
        message=_("The sheet “%(sheet)s” holds a table as well; only the first one is read.") % {"sheet": table.place},
        remedy=_("Delete or hide the sheet if that is right, else move it to the front."),
        severity=Severity.WARNING,
        place=table.place,
    )


def _fields_of(row: RawRow) -> dict[int, Field]:
    keys = (identity(text) for text in row.texts())
    return {position: _SPELLINGS[key] for position, key in enumerate(keys) if key in _SPELLINGS}


def _is_heading(row: RawRow) -> bool:
    return len(set(_fields_of(row).values())) >= _ENOUGH


def _heading_row(table: RawTable) -> int | None:
    """Index of the heading row. Of headings in two rows (a merged “标题” above the levels) the lower one counts."""
    candidates = [index for index, row in enumerate(table.rows) if _is_heading(row)]
    if not candidates:
        return None
    first = candidates[0]
    below = first + 1
    is_fuller = below in candidates and len(_fields_of(table.rows[below])) > len(_fields_of(table.rows[first]))
    return below if is_fuller else first


def _read_headings(table: RawTable, index: int) -> _Headings:
    row = table.rows[index]
    fields: dict[int, Field] = {}
    problems: list[Problem] = []
    for position, field in _fields_of(row).items():
        if field in fields.values():
            problems.append(_duplicate(row, table.place, field, position))
        else:
            fields[position] = field
    problems += [_missing(row, table.place, field) for field in _REQUIRED if field not in fields.values()]
    unknown = [text for position, text in enumerate(row.texts()) if text.strip() and position not in _fields_of(row)]
    problems += [_unknown(row, table.place, text) for text in unknown]
    width = max(position for position, text in enumerate(row.texts(), start=1) if text.strip())
    return _Headings(fields=fields, width=width, problems=tuple(problems))


def _missing(row: RawRow, place: str, field: Field) -> Problem:
    return Problem(
        row=row.number,
        column=field.value,
        code="missing-heading",
        message=_("The heading “%(heading)s” is missing.") % {"heading": field.value},
        remedy=_("Add a column with this heading; its cells may stay empty where a row needs none."),
        place=place,
    )


def _duplicate(row: RawRow, place: str, field: Field, position: int) -> Problem:
    return Problem(
        row=row.number,
        column=field.value,
        code="duplicate-heading",
        message=_("The heading “%(heading)s” stands here twice, again in cell %(cell)d.")
        % {"heading": field.value, "cell": position + 1},
        remedy=_("Keep one of the two columns, or give the other one its right heading."),
        place=place,
    )


def _unknown(row: RawRow, place: str, text: str) -> Problem:
    return Problem(
        row=row.number,
        column=text.strip(),
        code="unknown-heading",
        message=_("The column “%(heading)s” is not read.") % {"heading": text.strip()},
        remedy=_("Nothing to do if it does not matter; else use one of the headings %(headings)s.")
        % {"headings": "、".join(Field)},
        severity=Severity.WARNING,
        place=place,
    )


def _records(table: RawTable, start: int, headings: _Headings) -> Iterator[Record]:
    """Rows with content from ``start`` on; headings that a page break repeats are skipped."""
    for row in table.rows[start:]:
        if row.is_blank() or _is_heading(row):
            continue
        cells = {field: row.cells[place] for place, field in headings.fields.items() if place < len(row.cells)}
        extra = " ".join(cell.text.strip() for cell in row.cells[headings.width :] if cell.text.strip())
        yield Record(row=row.number, place=table.place, cells=cells, extra=extra)
