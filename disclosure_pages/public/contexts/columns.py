"""A district's columns with their kept counts, as entries of a home page or of a branch."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import Max, Sum

from disclosure_pages.tree.models import Column, ColumnTally

if TYPE_CHECKING:
    from disclosure_pages.public.links import Links


@dataclass
class Entry:
    """A column as a reader meets it in a list of columns; figures cover everything below it."""

    pk: int
    path: str
    title: str
    note: str
    purpose: str
    url: str
    is_retired: bool
    total: int = 0
    newest_on: dt.date | None = None
    children: list[Entry] = field(default_factory=list)

    def add(self, total: int, newest_on: dt.date | None) -> None:
        """Take the figures of a column at or below this one into account."""
        self.total += total
        if newest_on is not None and (self.newest_on is None or newest_on > self.newest_on):
            self.newest_on = newest_on


def column_entries(*, links: Links, below: str, **where: Any) -> list[Entry]:
    """Columns directly below the tree path ``below``, each with those below it: two queries, one when there are none.

    ``where`` narrows the columns, for instance ``district_id=3, retired_on=None``.
    """
    columns = Column.objects.filter(live=True, path__startswith=below, **where).exclude(path=below)
    entries = {column.path: _entry(column, links) for column in columns.order_by("depth", "position", "path")}
    if not entries:
        return []
    for figures in _figures(below, where):
        path = figures["column__path"]
        for length in range(len(below) + Column.steplen, len(path) + 1, Column.steplen):
            if path[:length] in entries:
                entries[path[:length]].add(figures["sum"], figures["newest"])
    tops: list[Entry] = []
    for path, entry in entries.items():
        parent = entries.get(path[: -Column.steplen])
        (parent.children if parent else tops).append(entry)
    return [entry for entry in tops if len(entry.path) == len(below) + Column.steplen]


def _entry(column: Column, links: Links) -> Entry:
    return Entry(
        pk=column.pk,
        path=column.path,
        title=column.numbered_title,
        note=column.note,
        purpose=column.purpose,
        url=links.to(column.url_path),
        is_retired=column.retired_on is not None,
    )


def _figures(below: str, where: dict[str, Any]) -> Any:
    conditions = {f"column__{name}": value for name, value in where.items()}
    tallies = ColumnTally.objects.filter(column__path__startswith=below, total__gt=0, **conditions)
    return tallies.values("column__path").annotate(sum=Sum("total"), newest=Max("newest_on")).order_by()
