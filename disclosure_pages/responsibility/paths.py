"""Which column a row means: titles of three levels, with blank cells that repeat what stands above."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from .enums import LEVELS, Field, Severity
from .headings import Record
from .problems import Problem
from .titles import MAX_TITLE_LENGTH, Title, identity, numbering_of_ordinal, split_title


def problem_in(
    record: Record, column: Field, code: str, message: str, remedy: str, *, severity: Severity = Severity.ERROR
) -> Problem:
    """A problem of one cell of ``record``."""
    return Problem(record.row, column.value, code, message, remedy, severity, record.place)


@dataclass
class PathReader:
    """Reads the titles of row after row; it remembers the row above, and collects problems."""

    problems: list[Problem] = field(default_factory=list)
    _above: tuple[Title, ...] = ()
    _ordinal: str = ""

    def read(self, record: Record) -> tuple[Title, ...] | None:
        """Titles from the first level down to the row's own column; ``None`` after a problem or for a mere remark."""
        if not any(record.is_written(level) for level in LEVELS):
            self._refuse_untitled(record)
            return None
        first = self._first(record)
        path = first and self._below(record, first)
        if path:
            self._above = path
        return path if path and self._has_good_titles(record, path) else None

    def _first(self, record: Record) -> Title | None:
        numbering = numbering_of_ordinal(record[Field.ORDINAL].text)
        if record[Field.FIRST].text.strip():
            self._ordinal = numbering
            title = split_title(record[Field.FIRST].text)
            return title if title.numbering else Title(title.text, numbering)
        is_same = numbering in ("", self._ordinal)
        if self._above and is_same:
            return self._above[0]
        level = Field.SECOND if record.is_written(Field.SECOND) else Field.THIRD
        self.problems.append(
            problem_in(
                record,
                Field.FIRST,
                "second-without-first" if level is Field.SECOND else "third-without-first",
                _("“%(title)s” stands below no first-level title.") % {"title": record[level].text.strip()},
                _("Write the first-level title into this row or into a row above it."),
            )
        )
        return None

    def _below(self, record: Record, first: Title) -> tuple[Title, ...] | None:
        second, third = record[Field.SECOND].text, record[Field.THIRD].text
        if not third.strip():
            return (first, split_title(second)) if second.strip() else (first,)
        if second.strip():
            return first, split_title(second), split_title(third)
        if not record.is_written(Field.FIRST) and len(self._above) == len(LEVELS):
            return first, self._above[1], split_title(third)
        self.problems.append(
            problem_in(
                record,
                Field.SECOND,
                "third-without-second",
                _("The third-level title “%(title)s” stands below no second-level title.") % {"title": third.strip()},
                _("Write the second-level title into this row, or move the title to the second level."),
            )
        )
        return None

    def _has_good_titles(self, record: Record, path: tuple[Title, ...]) -> bool:
        found = [
            problem
            for level, title in zip(LEVELS, path, strict=False)
            if record.is_written(level) and (problem := _title_problem(record, level, title))
        ]
        self.problems += found
        return not found

    def _refuse_untitled(self, record: Record) -> None:
        """A row without any title is a remark below the table, or an error when it names units."""
        if record.is_written(Field.UNITS):
            self.problems.append(
                problem_in(
                    record,
                    Field.FIRST,
                    "row-without-title",
                    _("The row names units but no column."),
                    _("Write the title, or move the units into the row of the column that they belong to."),
                )
            )
        else:
            self.problems.append(
                problem_in(
                    record,
                    Field.ORDINAL,
                    "row-ignored",
                    _("The row is no entry of the table and is not read."),
                    _("Nothing to do if it is a remark; else write its title and units."),
                    severity=Severity.WARNING,
                )
            )


def _title_problem(record: Record, level: Field, title: Title) -> Problem | None:
    if not identity(title.text):
        return problem_in(
            record,
            level,
            "blank-title",
            _("Nothing but the numbering “%(numbering)s” stands here.") % {"numbering": title.numbering},
            _("Write the title after the numbering."),
        )
    if len(title.text) > MAX_TITLE_LENGTH:
        return problem_in(
            record,
            level,
            "title-too-long",
            _("The title has %(length)d characters; at most %(limit)d are allowed.")
            % {"length": len(title.text), "limit": MAX_TITLE_LENGTH},
            _("Shorten the title and put the rest into the note."),
        )
    return None
