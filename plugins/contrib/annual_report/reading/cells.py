"""The cells of a table whose rows and columns are found."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.contrib.annual_report.structure import Key, Table, Value

from .complaints import Complaints
from .lines import Line


def read_cells(
    table: Table, rows: Mapping[str, Line], places: Mapping[str, int], complaints: Complaints
) -> dict[Key, Value]:
    """The values where ``rows`` (by code) meet ``places`` (of columns, by code); a row that is missing is named."""
    values: dict[Key, Value] = {}
    for row in table.rows:
        if row.code not in rows:
            complaints.no_row(table, row)
            continue
        for column in (one for one in table.columns if one.code in places):
            value = complaints.read(rows[row.code], places[column.code], row, column)
            values[table.code, row.code, column.code] = value
    return values
