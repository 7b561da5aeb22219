"""Rows and columns of the form that were not found in a file."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.contrib.annual_report.structure import Column, Row, Table

from .lines import Line


@dataclass(frozen=True, slots=True)
class Missing:
    """``name`` says which one it is, ``title`` is how the form calls it, ``label`` where it stands in a sentence.

    ``head`` is the line of the headings among which a column was not found; a row has none.
    """

    name: str
    title: str
    label: str
    head: Line | None = None

    @property
    def is_column(self) -> bool:
        return self.head is not None


def missing_row(table: Table, row: Row) -> Missing:
    """A row of ``table``."""
    return Missing(f"row.{table.code}.{row.code}", row.title, f"{table.title} / {row.path}")


def missing_column(table: Table, column: Column, head: Line) -> Missing:
    """A column of ``table``, whose headings stand in ``head`` or right above it."""
    label = f"{table.title} / {column.path}"
    return Missing(f"column.{table.code}.{column.code}", column.title, label, head)
