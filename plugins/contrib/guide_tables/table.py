"""A table as plain values, and what is wrong with it. No database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from plugins.api import Problem

from .rows import Rows, read_rows
from .schema import Schema, schema_problems


@dataclass(frozen=True)
class Table:
    """Columns, and rows with a cell for each of them. The number of a row is its place, from 1."""

    schema: Schema
    rows: Rows

    def problems(self) -> list[Problem]:
        """All that is wrong with the columns, then with the cells row by row."""
        return [*schema_problems(self.schema.columns), *read_rows(self.schema, self.rows)[1]]


def sentence(problem: Problem) -> str:
    """Where it is and what is wrong."""
    if problem.row is None:
        return problem.message
    words = {"row": problem.row, "column": problem.column, "problem": problem.message}
    return _("Row %(row)d, %(column)s: %(problem)s") % words


def sentences(problems: Iterable[Problem]) -> list[str]:
    """Each problem with its remedy."""
    return [f"{sentence(problem)} {problem.remedy}" for problem in problems]
