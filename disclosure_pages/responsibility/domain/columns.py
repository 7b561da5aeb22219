"""Write columns: create, change, retire, move. Runs inside ``structural_change`` and the transaction of ``apply``."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from wagtail.models import Page
from wagtail.search.backends import get_search_backends

from cms.tenancy.models import District
from disclosure_pages.responsibility.changes import ColumnAct
from disclosure_pages.responsibility.demand import WantedColumn
from disclosure_pages.responsibility.table import PathKey
from disclosure_pages.responsibility.titles import key_of_path
from disclosure_pages.tree.models import Column
from disclosure_pages.tree.rules import purpose_of

from .pages import Parent, common_values, existing_parent, insert_pages
from .plan import PlannedTable
from .state import STEP

_LEVELS = (1, 2, 3)
_CHANGED = ("title", "draft_title", "numbering", "position", "note", "retired_on", "live", "url_path")


@dataclass
class ColumnWriter:
    """Writes the columns of one plan; ``columns`` then holds the page of every wanted column."""

    district: District
    planned: PlannedTable
    on: dt.date
    columns: dict[PathKey, Column] = field(default_factory=dict)
    parents: dict[PathKey, Parent] = field(default_factory=dict)

    def create(self) -> None:
        """Create new columns level by level below their parents' present places; moves come last, with all below."""
        kept = self.planned.plan.pairs
        keys = {page: key for key, page in kept.items()}
        self.columns = {keys[column.pk]: column for column in Column.objects.filter(pk__in=keys)}
        common = common_values(Column)
        for level in _LEVELS:
            new = [wanted for wanted in self.planned.wanted if len(wanted.key) == level and wanted.key not in kept]
            made = {wanted.key: self._new(wanted, common) for wanted in new}
            insert_pages(list(made.values()))
            self.columns |= made
            self.parents |= {key: Parent(column.pk, column.path, column.url_path) for key, column in made.items()}

    def parent(self, key: PathKey) -> Parent:
        """The page below which children of the column ``key`` (empty: the district's home) are written."""
        if key not in self.parents:
            state, column = self.planned.state, self.columns.get(key)
            self.parents[key] = (
                existing_parent(page=column.pk, path=column.path, url_path=column.url_path)
                if column
                else existing_parent(page=state.home, path=state.home_path, url_path=state.home_url)
            )
        return self.parents[key]

    def parents_from_before(self) -> list[Parent]:
        """Parents whose number of children must be brought up to date; new ones were born with theirs."""
        return [parent for key, parent in self.parents.items() if not key or key in self.planned.plan.pairs]

    def change(self) -> None:
        """Write what the plan changes in columns that stay, and retire those that left."""
        changed = {change.page for change in self.planned.plan.columns if change.page is not None}
        wanted = {self.columns[column.key].pk: column for column in self.planned.wanted}
        rows = [self._changed(column, wanted[column.pk]) for column in self.columns.values() if column.pk in changed]
        Column.objects.bulk_update(rows, _CHANGED)
        retired = [change.page for change in self.planned.plan.columns if change.act is ColumnAct.RETIRE]
        Column.objects.filter(pk__in=retired).update(retired_on=self.on)

    def move(self) -> None:
        """Move columns that got a new parent, parents first. Rare, so Wagtail's own move does it, with its signals."""
        state = self.planned.state
        for wanted in self.planned.wanted:
            page = self.planned.plan.pairs.get(wanted.key)
            target = self.columns[wanted.parent].pk if wanted.parent else state.home
            if page is not None and state.columns[page].parent != target:
                _move_below(Column.objects.get(pk=page), Page.objects.get(pk=target))

    def index(self) -> None:
        """Let the admin's search find new and changed columns; rows written in bulk tell it nothing."""
        acts = (ColumnAct.CREATE, ColumnAct.RENAME)
        keys = {key_of_path(change.path) for change in self.planned.plan.columns if change.act in acts}
        rows = list(Column.objects.filter(pk__in=[self.columns[key].pk for key in keys]))
        for backend in get_search_backends(with_auto_update=True) if rows else ():
            backend.add_bulk(Column, rows)

    @cached_property
    def _new_children(self) -> Counter[PathKey]:
        """Number of children with which a new column is born: new columns below it and a section for each unit."""
        born = Counter(column.parent for column in self.planned.wanted if column.key not in self.planned.plan.pairs)
        return born + Counter({column.key: len(column.units) for column in self.planned.wanted})

    def _new(self, wanted: WantedColumn, common: dict[str, Any]) -> Column:
        parent = self.parent(wanted.parent)
        path, slug = parent.next_path(), parent.free_slug(wanted.title)
        return Column(
            **common,
            district=self.district,
            title=wanted.title,
            draft_title=wanted.title,
            slug=slug,
            path=path,
            depth=len(path) // STEP,
            url_path=f"{parent.url_path}{slug}/",
            numchild=self._new_children[wanted.key],
            numbering=wanted.numbering,
            position=wanted.position,
            note=wanted.note,
            purpose=purpose_of(wanted.path),
        )

    def _changed(self, column: Column, wanted: WantedColumn) -> Column:
        """The title is written only when it is another one: mere spelling (full width) is no change."""
        if self.planned.state.columns[column.pk].title_key != wanted.key[-1]:
            column.title = column.draft_title = wanted.title
        column.numbering, column.position, column.note = wanted.numbering, wanted.position, wanted.note
        column.retired_on, column.live = None, True
        column.url_path = self.planned.state.expected_url(column.pk)
        return column


def _move_below(column: Column, target: Page) -> None:
    place = existing_parent(page=target.pk, path=target.path, url_path=target.url_path)
    slug = place.free_slug(column.slug)
    if slug != column.slug:
        column.slug = slug
        column.save(clean=False)
    column.move(target, pos="last-child")
