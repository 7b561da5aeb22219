"""One page of a table with everything that its template shows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from plugins.api import FilterChoice, Paged

from .enums import ColumnKind
from .points import HEIGHT, WIDTH, Point, points_of
from .queries import Numbered, Params, TableQuery, chips_of, choices_of, select_rows
from .schema import Column
from .table import Table

if TYPE_CHECKING:
    from .models import GuideTable

#: Versions that are listed.
LISTED_VERSIONS = 20
#: One number to call: what stands before it, the number, and an extension, which no telephone dials along with it.
_NUMBER = re.compile(r"(\+?(?:\([0-9]{1,5}\)[- ]?|[0-9]{1,4}-)*[0-9]{3,})(?:(?<=[0-9]{5})-[0-9]{1,6})?")
SKETCH = {"sketch_width": WIDTH, "sketch_height": HEIGHT}


@dataclass(frozen=True)
class Heading:
    """The heading of a column, with the address that sorts by it and the state of that."""

    column: Column
    address: str
    state: str  # as aria-sort has it


@dataclass(frozen=True)
class Cell:
    """What one cell shows; ``url`` is where it leads."""

    text: str
    kind: str
    label: str
    url: str = ""


@dataclass(frozen=True)
class ShownRow:
    """A row with its number in the whole table, its name and its further cells."""

    number: int
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class TablePage(Paged):
    """See ``includes/pagination.html`` for what it shares with other lists."""

    query: TableQuery
    total: int
    found: int
    last: int
    headings: tuple[Heading, ...]
    rows: tuple[ShownRow, ...]
    filters: tuple[tuple[str, str, list[FilterChoice]], ...]
    chips: tuple[tuple[str, str, str], ...]
    points: list[Point]

    @property
    def without_words(self) -> str:
        """The address of the same rows whatever words they hold."""
        return self.query.without("q").encode() or "?"

    @property
    def question(self) -> str:
        """What the files of the table are asked, so that they hold what the page shows."""
        return TableQuery(self.query.words, self.query.filters, self.query.sort).encode()


def context_of_table(page: GuideTable, params: Params) -> dict[str, Any]:
    """For the template of the page: three queries, whatever the number of rows."""
    table = page.table
    versions = list(page.versions.all()[:LISTED_VERSIONS]) if page.pk else []
    return {"listing": page_of(table, TableQuery.read(params, table.schema)), "versions": versions, **SKETCH}


def page_of(table: Table, query: TableQuery) -> TablePage:
    """The rows of one page; a page beyond the last is the last."""
    found = select_rows(table, query)
    last = max(1, -(-len(found) // query.size))
    query = replace(query, page=min(query.page, last))
    start = (query.page - 1) * query.size
    rows = found[start : start + query.size]
    return TablePage(
        query=query,
        total=len(table.rows),
        found=len(found),
        last=last,
        headings=tuple(_headings(table, query)),
        rows=tuple(_shown(table, row) for row in rows),
        filters=tuple((column.key, column.title, choices) for column, choices in choices_of(table, query) if choices),
        chips=tuple(chips_of(table.schema, query)),
        points=points_of(table.schema, rows),
    )


def _headings(table: Table, query: TableQuery) -> Iterable[Heading]:
    states = {query.sort.removeprefix("-"): "descending" if query.sort.startswith("-") else "ascending"}
    for place, column in enumerate(table.schema.columns):
        if column.is_listed or place == 0:
            yield Heading(column, query.sorted_by(column.key).encode(), states.get(column.key, "none"))


def _shown(table: Table, numbered: Numbered) -> ShownRow:
    number, row = numbered
    columns = table.schema.columns
    cells = tuple(
        Cell(text, column.kind, column.label, _url(column.kind, text))
        for place, (column, text) in enumerate(zip(columns, row, strict=True))
        if place and column.is_listed
    )
    return ShownRow(number, row[0] if row else "", cells)


def _url(kind: str, text: str) -> str:
    """Where a cell leads: a web address, or a number to call when it is surely a single one."""
    if kind == ColumnKind.URL and text.lower().startswith(("https://", "http://")):
        return text
    return _call(text) if kind == ColumnKind.PHONE else ""


def _call(text: str) -> str:
    match = _NUMBER.fullmatch(unicodedata.normalize("NFKC", text).strip())
    number = re.sub(r"[^+0-9]", "", match[1]) if match else ""
    return f"tel:{number}" if 3 <= len(number.removeprefix("+")) <= 15 else ""
