"""What is asked of a table, and the one way to write it in an address; page, files and API ask by it. No database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.utils.datastructures import MultiValueDict

from plugins.api import FilterChoice, words_identity

from .schema import Column, Schema
from .table import Table
from .values import sort_value

PAGE_SIZE, LARGEST_PAGE = 50, 500
#: Choices that one filter offers, the most frequent first.
MOST_CHOICES = 100
Params = MultiValueDict[str, str]
Row = tuple[str, ...]
#: A row with its number in the whole table.
Numbered = tuple[int, Row]


@dataclass(frozen=True)
class TableQuery:
    """Words that a row has, values of filters by keys of columns, and a column to sort by.

    What is no filter, no column and no number is left out, so one address never fails.
    """

    words: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    sort: str = ""
    page: int = 1
    size: int = PAGE_SIZE

    @classmethod
    def read(cls, params: Params, schema: Schema) -> TableQuery:
        """From an address."""
        asked = [(column.key, (params.get(column.key) or "").strip()[:200]) for column in schema.columns]
        offered = {column.key for column in schema.columns if column.is_offered}
        sort = (params.get("sort") or "").strip()
        return cls(
            words=" ".join((params.get("q") or "").split())[:100],
            filters=tuple((key, value) for key, value in asked if value and key in offered),
            sort=sort if sort.removeprefix("-") in schema.places else "",
            page=_number(params.get("page"), default=1),
            size=min(_number(params.get("size"), default=PAGE_SIZE), LARGEST_PAGE),
        )

    @property
    def is_filtered(self) -> bool:
        """Whether anything is left out."""
        return bool(self.words or self.filters)

    def encode(self) -> str:
        """The query string with its question mark; defaults are left out, so one question has one address."""
        named = {"q": self.words, **dict(self.filters), "sort": self.sort}
        sizes = {"size": (self.size, PAGE_SIZE), "page": (self.page, 1)}
        kept = {name: value for name, value in named.items() if value}
        numbers = {name: str(value) for name, (value, usual) in sizes.items() if value != usual}
        return f"?{urlencode({**kept, **numbers})}" if kept or numbers else ""

    def address(self, *, page: int) -> str:
        """The query string of another page, never empty."""
        return replace(self, page=page).encode() or "?"

    def without(self, name: str) -> TableQuery:
        """The question without its words (``q``) or one of its filters, from the first page on."""
        kept = tuple((key, value) for key, value in self.filters if key != name)
        return replace(self, words="" if name == "q" else self.words, filters=kept, page=1)

    def sorted_by(self, key: str) -> TableQuery:
        """The question in the order of a column; once more turns it round."""
        return replace(self, sort=f"-{key}" if self.sort == key else key, page=1)


def select_rows(table: Table, query: TableQuery) -> list[Numbered]:
    """The rows that ``query`` asks for, in its order."""
    found = _filtered(_worded(table, query), table.schema, query)
    return _in_order(found, table.schema, query.sort)


def choices_of(table: Table, query: TableQuery) -> list[tuple[Column, list[FilterChoice]]]:
    """For each filter its column and its choices, counted among the rows that the rest of the question leaves."""
    worded = _worded(table, query)
    return [
        (column, _choices(_filtered(worded, table.schema, query.without(column.key)), column, place, query))
        for place, column in enumerate(table.schema.columns)
        if column.is_offered
    ]


def _choices(rows: Sequence[Numbered], column: Column, place: int, query: TableQuery) -> list[FilterChoice]:
    chosen = dict(query.filters).get(column.key, "")
    totals = Counter(row[place] for _number, row in rows)
    codes = set(column.codes)
    listed = [*column.codes, *(value for value, _total in totals.most_common() if value not in codes)]
    values = [value for value in listed if value and (totals[value] or value == chosen)][:MOST_CHOICES]
    if chosen and chosen not in values:
        values.append(chosen)
    return [FilterChoice(value, value, totals[value], value == chosen) for value in values]


def _worded(table: Table, query: TableQuery) -> list[Numbered]:
    """The rows that hold every word, each within one cell."""
    rows: list[Numbered] = list(enumerate(table.rows, start=1))
    words = [words_identity(word).casefold() for word in query.words.split()]
    return [numbered for numbered in rows if _holds(numbered[1], words)] if words else rows


def _holds(row: Row, words: Sequence[str]) -> bool:
    text = words_identity("\0".join(row)).casefold()  # no white space, so it stays between the cells
    return all(word in text for word in words)


def _filtered(rows: Sequence[Numbered], schema: Schema, query: TableQuery) -> list[Numbered]:
    wanted = [(schema.places[key], value) for key, value in query.filters]
    return [numbered for numbered in rows if all(numbered[1][place] == value for place, value in wanted)]


def _in_order(rows: list[Numbered], schema: Schema, sort: str) -> list[Numbered]:
    """Rows without a value come last in both directions; equal ones keep their order."""
    if not sort:
        return rows
    place = schema.places[sort.removeprefix("-")]
    kind = schema.columns[place].kind
    filled = [numbered for numbered in rows if numbered[1][place]]
    filled.sort(key=lambda numbered: sort_value(kind, numbered[1][place]), reverse=sort.startswith("-"))
    return [*filled, *(numbered for numbered in rows if not numbered[1][place])]


def _number(text: str | None, *, default: int) -> int:
    plain = (text or "").strip()
    return max(1, int(plain)) if plain.isascii() and plain.isdigit() and len(plain) < 7 else default


def chips_of(schema: Schema, query: TableQuery) -> Iterator[tuple[str, str, str]]:
    """Heading, value and address without it, of each thing by which the table is narrowed."""
    titles: Mapping[str, str] = {column.key: column.title for column in schema.columns}
    for key, value in query.filters:
        yield titles[key], value, query.without(key).encode() or "?"
