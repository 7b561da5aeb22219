"""Part four: five results for each of three ways of remedy, beside each other over one line of figures."""

from __future__ import annotations

from plugins.contrib.annual_report.structure import Key, Table, Value

from .complaints import Complaints
from .lines import Line, word_of


def read_remedies(lines: list[Line], table: Table, complaints: Complaints) -> dict[Key, Value]:
    """The figures of part four."""
    head, places = _heads(lines, table)
    below = lines[head + 1 :]
    figures = next((line for line in below if any(line.text(place) for place in places)), next(iter(below), None))
    if len(places) != len(table.rows) * len(table.columns) or figures is None:
        complaints.no_table(table)
        return {}
    values: dict[Key, Value] = {}
    for number, place in enumerate(places):
        row, column = table.rows[number // len(table.columns)], table.columns[number % len(table.columns)]
        values[table.code, row.code, column.code] = complaints.read(figures, place, row, column)
    return values


def _heads(lines: list[Line], table: Table) -> tuple[int, list[int]]:
    """The line that names the results for each way, and where it names them; they are in the order of the form."""
    words = [word_of(column.title) for column in table.columns]
    for number, line in enumerate(lines):
        places = [place for place, word in enumerate(line.words) if word in words]
        if len(places) > len(words) and [line.words[place] for place in places] == words * len(table.rows):
            return number, places
    return len(lines), []
