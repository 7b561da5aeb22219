"""What is there now, as plain rows: the district's columns, sections, and the grants within reach of its tree."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from .table import PathKey
from .titles import identity, key_of_path


@dataclass(frozen=True, slots=True)
class ColumnState:
    """A column in the database; ``parent`` is the page key of the page above it, ``None`` when that is missing."""

    page: int
    column_id: uuid.UUID
    parent: int | None
    path: str
    url_path: str
    slug: str
    title: str
    numbering: str
    position: int
    note: str
    live: bool
    retired_on: dt.date | None

    @property
    def title_key(self) -> str:
        return identity(self.title)


@dataclass(frozen=True, slots=True)
class SectionState:
    """A section in the database; ``unit`` is the code of its unit."""

    page: int
    parent: int | None
    path: str
    url_path: str
    unit: str
    live: bool
    closed_on: dt.date | None
    collection: int | None


@dataclass(frozen=True, slots=True, order=True)
class GrantState:
    """A row that gives ``group`` a permission on a page or (``is_media``) on a collection with the key ``target``."""

    group: str
    is_media: bool
    target: int
    codename: str
    row: int
    place: str


@dataclass(frozen=True)
class TreeState:
    """A district's structure and rights. ``home`` is the key of the district's home page."""

    home: int
    home_path: str
    home_url: str
    columns: dict[int, ColumnState]
    sections: dict[int, SectionState]
    grants: frozenset[GrantState] = frozenset()
    unit_groups: frozenset[str] = field(default=frozenset())

    @cached_property
    def columns_below(self) -> dict[int | None, list[ColumnState]]:
        """Columns by the key of the page above them."""
        return _by_parent(self.columns.values())

    @cached_property
    def sections_below(self) -> dict[int | None, list[SectionState]]:
        """Sections by the key of the page above them."""
        return _by_parent(self.sections.values())

    def titles_of(self, page: int) -> tuple[str, ...]:
        """Titles from the first level down to a column; shorter when a page above is no column of the district."""
        titles: list[str] = []
        column = self.columns.get(page)
        while column is not None:
            titles.insert(0, column.title)
            column = self.columns.get(column.parent or 0)
        return tuple(titles)

    def expected_url(self, page: int) -> str:
        """Address that follows from the slugs above a column, whatever its row says."""
        column = self.columns.get(page)
        return self.home_url if column is None else f"{self.expected_url(column.parent or 0)}{column.slug}/"

    def key_of(self, page: int) -> PathKey:
        """Identity of a column by its titles."""
        return key_of_path(self.titles_of(page))


_Row = TypeVar("_Row", ColumnState, SectionState)


def _by_parent(rows: Iterable[_Row]) -> dict[int | None, list[_Row]]:
    found: dict[int | None, list[_Row]] = defaultdict(list)
    for row in rows:
        found[row.parent].append(row)
    return found
