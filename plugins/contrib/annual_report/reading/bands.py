"""Part two: bands that begin with the article that asks for them, each with headings of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.contrib.annual_report.structure import Column, Form, Key, Row, Table, Value

from .cells import read_cells
from .complaints import Complaints
from .lines import Line, word_of

_BAND = re.compile(r"第二十条第?[（(]?([一二三四五六七八九十]+)[）)]?项")


def read_bands(lines: list[Line], form: Form, complaints: Complaints) -> dict[Key, Value]:
    """The figures of all tables of part two."""
    tables = [form.tables_by_code[code] for code in form.part_of("regulations").tables]
    bands = dict(_bands(lines, form))
    values: dict[Key, Value] = {}
    for table in tables:
        number = _number(table.title)
        if number not in bands and not (found := _unnamed(lines, table)):
            complaints.no_table(table)
            continue
        values |= _read(bands.get(number) or found, table, complaints)
    return values


def _bands(lines: list[Line], form: Form) -> Iterator[tuple[str, list[Line]]]:
    """The number of each article, and the rows up to the next one or to the next part."""
    ends = {word_of(form.tables_by_code["requests"].rows[0].title), word_of("行政复议")}
    number = ""
    found: list[Line] = []
    for line in lines:
        here = next((match[1] for text in line.texts if (match := _BAND.search(_flat(text)))), "")
        if here or ends & set(line.words):
            if number:
                yield number, found
            number, found = here, []
        elif number:
            found.append(line)
    if number:
        yield number, found


def _unnamed(lines: list[Line], table: Table) -> list[Line]:
    """The rows from a line on that has all headings of the table, where no article is named above it."""
    wanted = {word_of(column.title) for column in table.columns}
    rows = {word_of(row.title) for row in table.rows}
    for place, line in enumerate(lines):
        if wanted <= set(line.words) and any(rows & set(below.words) for below in lines[place + 1 : place + 2]):
            return lines[place : place + 1 + len(table.rows)]
    return []


def _read(lines: list[Line], table: Table, complaints: Complaints) -> dict[Key, Value]:
    head = next((number for number, line in enumerate(lines) if _columns(line, table)), None)
    if head is None and not lines:
        complaints.no_table(table)
        return {}
    head = head or 0
    places = _columns(lines[head], table)
    for column in table.columns:
        if column.code not in places:
            complaints.no_column(table, column, lines[head])
    rows: dict[str, Line] = {}
    for line in lines[head + 1 :]:
        row = _row(line, table)
        if row is not None:
            rows.setdefault(row.code, line)
    return read_cells(table, rows, places, complaints)


def _columns(line: Line, table: Table) -> dict[str, int]:
    """Where the columns of the table are, if this is the line of its headings."""
    return {one.code: place for one in table.columns if (place := _place(line, one)) is not None}


def _place(line: Line, column: Column) -> int | None:
    word = word_of(column.title)
    return next((place for place, said in enumerate(line.words) if said == word), None)


def _row(line: Line, table: Table) -> Row | None:
    return next((row for row in table.rows if word_of(row.title) in line.words[:1]), None)


def _number(title: str) -> str:
    match = _BAND.search(_flat(title))
    return match[1] if match else ""


def _flat(text: str) -> str:
    return re.sub(r"\s+", "", text)
