"""Part three: who applied in columns, what became of it in rows, with groups in merged cells on the left."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.contrib.annual_report.structure import Key, Row, Table, Value

from .cells import read_cells
from .complaints import Complaints
from .lines import Line, word_of

#: Words of the headings by which the table is known.
KNOWN = frozenset({word_of("商业企业"), word_of("法律服务机构")})
#: Letters from which on the beginning of a title is enough.
LONG = 8


def read_requests(lines: list[Line], table: Table, complaints: Complaints) -> dict[Key, Value]:
    """The figures of part three."""
    places, head = _columns(lines, table)
    if not places:
        complaints.no_table(table)
        return {}
    for column in table.columns:
        if column.code not in places:
            complaints.no_column(table, column, lines[head])
    if (again := _again(lines[head + 1 :], table)) is not None:
        complaints.table_twice(table, again)
    rows = _rows(lines[head + 1 :], table, min(places.values()), complaints)
    return read_cells(table, rows, places, complaints)


def _columns(lines: list[Line], table: Table) -> tuple[dict[str, int], int]:
    """Where the columns are, and the last line of their headings: they stand in one line or in two."""
    named = {word_of(column.title): column.code for column in table.columns}
    for number, line in enumerate(lines):
        if set(line.words) >= KNOWN:
            places: dict[str, int] = {}
            for above in lines[max(0, number - 2) : number + 1]:
                places |= {named[word]: place for place, word in enumerate(above.words) if word in named}
            return places, number
    return {}, 0


def _again(lines: list[Line], table: Table) -> Line | None:
    """Where the whole table begins once more, such as that of another year; headings alone repeat on every page."""
    is_below = False
    for line in lines:
        if is_below and word_of(table.rows[0].title) in line.words:
            return line
        is_below = (is_below or set(line.words) >= KNOWN) and not _is_beyond(line)
    return None


def _rows(lines: list[Line], table: Table, width: int, complaints: Complaints) -> Mapping[str, Line]:
    """The line of each row; ``width`` is how many columns stand left of the figures."""
    found: dict[str, Line] = {}
    for line in lines:
        if _is_beyond(line):
            break
        row = _row(line, table, width)
        if row is None:
            continue
        if row.code in found:
            complaints.row_twice(row, line)
        found.setdefault(row.code, line)
        if row is table.rows[-1]:
            break
    return found


def _is_beyond(line: Line) -> bool:
    """Whether the next part begins here."""
    return word_of("行政复议") in line.words


def _row(line: Line, table: Table, width: int) -> Row | None:
    """The row whose title is the last text on the left, within the groups before it."""
    said = [word for word in line.words[:width] if word]
    if not said:
        return None
    named = [row for row in table.rows if _is_named(row, said[-1])]
    if len(named) < 2:
        return named[0] if named else None
    return next((row for row in named if {word_of(group) for group in row.groups} <= set(said)), None)


def _is_named(row: Row, word: str) -> bool:
    """Long titles are often cut at their first comma."""
    title = word_of(row.title)
    is_cut = min(len(title), len(word)) >= LONG and (title.startswith(word) or word.startswith(title))
    return word == title or is_cut
