"""A table written again from what was read of it, so that a row can be added to it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from .enums import LEVELS, Field
from .register import Register
from .table import ParsedColumn, PathKey
from .titles import key_of_path

HEADINGS = (*LEVELS, Field.UNITS, Field.NOTE)


def write_table(columns: Iterable[ParsedColumn], register: Register) -> bytes:
    """CSV that is read as ``columns`` again; a column that only groups others stands in the rows of these."""
    own = list(columns)
    numbered = {column.key: f"{column.numbering}{column.title}" for column in own}
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow([field.value for field in HEADINGS])
    writer.writerows(_row(column, numbered, register) for column in own if column.row is not None)
    return stream.getvalue().encode("utf-8-sig")


def _row(column: ParsedColumn, numbered: dict[PathKey, str], register: Register) -> list[str]:
    key = key_of_path(column.path)
    titles = [numbered.get(key[:level], title) for level, title in enumerate(column.path, 1)]
    units = [register.units[code].name for code in column.units if code in register.units]
    blank = [""] * (len(LEVELS) - len(titles))
    return [*titles, *blank, "、".join([*units, *column.collectives]), column.note]
