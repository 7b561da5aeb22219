"""What can be wrong with the file of a report: where it is, what it is, and what to do."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from plugins.api import Problem, ProblemSeverity
from plugins.contrib.annual_report.structure import (
    CellRefused,
    Column,
    Failure,
    Form,
    Part,
    Prose,
    Row,
    Table,
    Value,
    read_cell,
)

from .lines import Line
from .missing import Missing, missing_column, missing_row


@dataclass
class Complaints:
    """Collects the problems of one file. ``absent`` are names of what somebody has said the file does not have."""

    form: Form
    found: list[Problem] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)
    absent: frozenset[str] = frozenset()

    def error(self, code: str, message: str, remedy: str, *, line: Line | None = None, column: str = "") -> None:
        """Something because of which the file is not taken over."""
        row, place = (line.number, line.place) if line else (None, "")
        self.found.append(Problem(row, column, code, message, remedy, place=place))

    def read(self, line: Line, place: int, row: Row, column: Column) -> Value:
        """The value of a cell; one that holds something else is complained about and blank."""
        try:
            return read_cell(line.text(place), column.kind)
        except CellRefused as refused:
            words = {"row": row.path, "problem": refused.message}
            message = _("Row “%(row)s”: %(problem)s") % words
            self.error(refused.code, message, refused.remedy, line=line, column=column.path)
            return None

    def other_form(self, expected: Form) -> None:
        words = {"form": self.form.code, "expected": expected.code}
        message = _("The tables are those of the form of %(form)s; reports on this year have that of %(expected)s.")
        remedy = _("Take the file into the report on its own year, or bring its figures into the tables of that form.")
        self.error("other-form", message % words, remedy)

    def other_year(self, years: list[int], expected: int) -> None:
        words = {"years": "、".join(str(year) for year in years), "expected": expected}
        message = _("The file names the year %(years)s, but the report is on %(expected)d.") % words
        self._warning("other-year", message, _("Make sure that it is the file of this report."))

    def other_organ(self, title: str, organ: str) -> None:
        message = _("The file is titled “%(title)s”, but the report is that of %(organ)s.")
        words = {"title": title, "organ": organ}
        self._warning("other-organ", message % words, _("Make sure that it is the file of this report."))

    def no_text(self, part: Part) -> None:
        message = _("No text was found for part “%(part)s”.") % {"part": part.label}
        self._warning("no-text", message, _("Name its heading as the form does, or write the text by hand."))

    def text_too_long(self, part: Part, limit: int) -> None:
        words = {"part": part.label, "limit": limit}
        message = _("The text of part “%(part)s” is longer than %(limit)d characters and is not taken.") % words
        self._warning("text-too-long", message, _("Write the text by hand, or shorten it in the file."))

    def evaluations_by_hand(self, prose: Prose) -> None:
        message = _("“%(title)s” has lines of its own in the report, which are not read.") % {"title": prose.title}
        self._warning("evaluations", message, _("Enter them under “Texts and evaluations”."))

    def no_texts(self, message: str, remedy: str) -> None:
        """The texts cannot be read at all."""
        self._warning("no-texts", _("The texts were not read: %(problem)s") % {"problem": message}, remedy)

    def _warning(self, code: str, message: str, remedy: str) -> None:
        self.found.append(Problem(None, "", code, message, remedy, ProblemSeverity.WARNING))

    def no_table(self, table: Table) -> None:
        words = {"part": self.form.part_of(table.code).label, "table": table.title}
        message = _("The file has no table “%(table)s” (%(part)s) with the headings of the form.") % words
        self.error("no-table", message, _("Add the table, with its headings as the form has them."))

    def table_twice(self, table: Table, line: Line) -> None:
        message = _("The table “%(table)s” is there more than once, again at %(place)s; the first one was read.")
        words = {"table": table.title, "place": line.place or _("row %(row)d") % {"row": line.number}}
        remedy = _("If another one is that of this report, leave the others out of the file.")
        self._warning("table-twice", message % words, remedy)

    def no_row(self, table: Table, row: Row) -> None:
        words = {"table": table.title, "row": row.path}
        message = _("The table “%(table)s” has no row “%(row)s”.") % words
        if not self._is_absent(missing_row(table, row), message):
            remedy = _("Say below which row of the file it is, or add the row, named as the form names it.")
            self.error("no-row", message, remedy)

    def no_column(self, table: Table, column: Column, line: Line) -> None:
        words = {"table": table.title, "column": column.path}
        message = _("The table “%(table)s” has no column “%(column)s”.") % words
        if not self._is_absent(missing_column(table, column, line), message):
            remedy = _("Say below which column of the file it is, or add it, with its heading as the form has it.")
            self.error("no-column", message, remedy, line=line, column=column.path)

    def _is_absent(self, missing: Missing, message: str) -> bool:
        """Whether somebody has said that the file does not have it; its cells stay as they are in the report."""
        if missing.name in self.absent:
            self._warning("left-out", message, _("Its cells stay as they are in the report."))
            return True
        self.missing.append(missing)
        return False

    def row_twice(self, row: Row, line: Line) -> None:
        message = _("The row “%(row)s” is there twice; the first one counts.") % {"row": row.path}
        self.error("row-twice", message, _("Leave one of the two out."), line=line)

    def does_not_add_up(self, failure: Failure) -> None:
        """A mistake of the report itself: it is taken over as it was published, but for the sums."""
        remedy = _("Compare it with the report as it was published; sums are made anew.")
        self._warning(failure.code, failure.sentence, remedy)
