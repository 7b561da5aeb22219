"""A file → a table of columns with their units, and every problem on the way."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from .enums import LEVELS, Field, Severity
from .headings import Record, find_records
from .paths import PathReader, problem_in
from .problems import Problem, UnreadableFile
from .reading import read_file
from .register import Register
from .responsible import UnitReader
from .table import ParsedColumn, ParsedTable, PathKey
from .titles import Title, clean

MAX_NOTE_LENGTH = 200


def parse_table(content: bytes, register: Register) -> ParsedTable:
    """Read a CSV, XLSX or DOCX file against a register.

    Never raises for what an author can do wrong: every problem is in ``problems``, in the order of the rows.
    """
    try:
        records, problems = find_records(read_file(content))
    except UnreadableFile as error:
        return ParsedTable(problems=(error.problem,))
    if any(problem.code == "missing-heading" for problem in problems):
        return ParsedTable(problems=tuple(problems), rows=len(records))
    if not records:
        return ParsedTable(problems=(*problems, _no_rows()))
    builder = _TableBuilder(units=UnitReader(register, problems), paths=PathReader(problems), problems=problems)
    for record in records:
        builder.add(record)
    return ParsedTable(columns=builder.in_preorder(), problems=tuple(problems), rows=len(records))


def _no_rows() -> Problem:
    return Problem(
        row=None,
        column="",
        code="no-rows",
        message=_("The table has headings but no rows."),
        remedy=_("Write a row for each column below the headings."),
    )


@dataclass
class _TableBuilder:
    """Collects columns by identity, in the order in which they first appear; all readers share ``problems``."""

    units: UnitReader
    paths: PathReader
    problems: list[Problem]
    columns: dict[PathKey, ParsedColumn] = field(default_factory=dict)
    children: dict[PathKey, list[PathKey]] = field(default_factory=dict)

    def add(self, record: Record) -> None:
        """Read one row; a row with a problem in its titles makes no column, but its units are read all the same."""
        self._check_extra(record)
        path = self.paths.read(record)
        if path is None and not record.is_written(Field.UNITS):
            return
        units, collectives = self.units.read(record)
        if path is None:
            return
        for depth in range(1, len(path)):
            self._ensure(record, path[:depth])
        self._ensure(record, path)
        key = _key(path)
        if (earlier := self.columns[key].row) is not None:
            self._report_duplicate(record, path, earlier)
            return
        note = self._note(record)
        self.columns[key] = replace(self.columns[key], row=record.row, units=units, collectives=collectives, note=note)

    def in_preorder(self) -> tuple[ParsedColumn, ...]:
        """Columns, each before those below it, siblings in the author's order."""

        def below(key: PathKey) -> list[ParsedColumn]:
            return [column for child in self.children.get(key, ()) for column in (self.columns[child], *below(child))]

        return tuple(below(()))

    def _ensure(self, record: Record, path: tuple[Title, ...]) -> None:
        """Make the column of ``path`` if it is new; a second numbering for the same title is worth a warning."""
        key, title = _key(path), path[-1]
        if key not in self.columns:
            siblings = self.children.setdefault(key[:-1], [])
            siblings.append(key)
            self.columns[key] = ParsedColumn(
                path=tuple(part.text for part in path), numbering=title.numbering, position=len(siblings)
            )
        elif title.numbering and title.numbering != self.columns[key].numbering:
            self.problems.append(
                problem_in(
                    record,
                    LEVELS[len(path) - 1],
                    "conflicting-numbering",
                    _("“%(title)s” is numbered %(here)s here and %(above)s above; the first one is kept.")
                    % {"title": title.text, "here": title.numbering, "above": self.columns[key].numbering or "–"},
                    _("Number the title alike in all its rows, or give one of the columns another title."),
                    severity=Severity.WARNING,
                )
            )

    def _report_duplicate(self, record: Record, path: tuple[Title, ...], earlier: int) -> None:
        self.problems.append(
            problem_in(
                record,
                LEVELS[len(path) - 1],
                "duplicate-column",
                _("The column “%(title)s” was already in row %(row)d.") % {"title": path[-1].text, "row": earlier},
                _("Put all its units into one row, or give one of the two another title."),
            )
        )

    def _note(self, record: Record) -> str:
        note = " ".join(clean(record[Field.NOTE].text).split())
        if len(note) <= MAX_NOTE_LENGTH:
            return note
        self.problems.append(
            problem_in(
                record,
                Field.NOTE,
                "note-too-long",
                _("The note has %(length)d characters; at most %(limit)d are allowed.")
                % {"length": len(note), "limit": MAX_NOTE_LENGTH},
                _("Shorten the note."),
            )
        )
        return ""

    def _check_extra(self, record: Record) -> None:
        if record.extra:
            self.problems.append(
                Problem(
                    row=record.row,
                    column="",
                    code="extra-cells",
                    message=_("The row has more cells than there are headings: “%(text)s”.") % {"text": record.extra},
                    remedy=_("In CSV put a cell that contains commas into quotation marks."),
                    place=record.place,
                )
            )


def _key(path: tuple[Title, ...]) -> PathKey:
    return tuple(title.key for title in path)
