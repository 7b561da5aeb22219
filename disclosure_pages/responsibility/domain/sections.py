"""Write sections and their collections. Runs inside ``structural_change`` and the transaction of ``apply``."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wagtail.models import Collection, Page

from cms.tenancy.models import District, Unit
from disclosure_pages.responsibility.changes import SectionAct, SectionChange
from disclosure_pages.responsibility.titles import key_of_path
from disclosure_pages.tree.models import Column, Section

from .collections import append_collections, district_collection
from .columns import ColumnWriter
from .pages import common_values, insert_pages
from .plan import PlannedTable
from .state import STEP


@dataclass
class SectionWriter:
    """Writes the sections of one plan below the columns that ``columns`` wrote."""

    district: District
    planned: PlannedTable
    columns: ColumnWriter
    on: dt.date

    def create(self) -> None:
        """Create sections, each with a collection of its own."""
        new = self._of(SectionAct.CREATE)
        units = {unit.code: unit for unit in Unit.objects.of_district(self.district)}
        common = common_values(Section) if new else {}
        pairs = zip(new, self._collections(new), strict=True)
        insert_pages([self._new(change, units[change.unit], collection, common) for change, collection in pairs])

    def change(self) -> None:
        """Close, reopen and mend."""
        by_act = {act: [change.page for change in self._of(act)] for act in SectionAct}
        Section.objects.filter(pk__in=by_act[SectionAct.CLOSE]).update(closed_on=self.on)
        Section.objects.filter(pk__in=by_act[SectionAct.REOPEN]).update(closed_on=None)
        self._mend()

    def move(self) -> None:
        """Bring sections back below their column, with everything in them."""
        for change in self._of(SectionAct.MOVE):
            column = Page.objects.get(pk=self._column(change).pk)
            Section.objects.get(pk=change.page).move(column, pos="last-child")

    def _of(self, act: SectionAct) -> list[SectionChange]:
        return [change for change in self.planned.plan.sections if change.act is act]

    def _column(self, change: SectionChange) -> Column:
        return self.columns.columns[key_of_path(change.path)]

    def _collections(self, changes: list[SectionChange]) -> list[Collection]:
        names = [f"{change.path[-1]} · {change.name}" for change in changes]
        return append_collections(parent=self._media_root, names=names) if names else []

    @cached_property
    def _media_root(self) -> Collection:
        return district_collection(district=self.district)

    def _new(self, change: SectionChange, unit: Unit, collection: Collection, common: dict[str, Any]) -> Section:
        parent = self.columns.parent(key_of_path(change.path))
        path = parent.next_path()
        return Section(
            **common,
            title=unit.name,
            draft_title=unit.name,
            slug=parent.free_slug(unit.code),
            path=path,
            depth=len(path) // STEP,
            url_path=parent.url_path,
            unit=unit,
            collection=collection,
        )

    def _mend(self) -> None:
        """Live again, at the address of its column, with a collection."""
        changes = {change.page: change for change in self._of(SectionAct.MEND)}
        sections = list(Section.objects.filter(pk__in=changes))
        bare = [section for section in sections if section.collection_id is None]
        made = self._collections([changes[section.pk] for section in bare])
        for section, collection in zip(bare, made, strict=True):
            section.collection = collection
        for section in sections:
            section.live, section.url_path = True, self._column(changes[section.pk]).url_path
        Section.objects.bulk_update(sections, ["live", "url_path", "collection"])
