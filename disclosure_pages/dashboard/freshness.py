"""How fresh a unit's places are, and the columns of a district: from the tallies, in a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Max, QuerySet

from cms.tenancy.models import District, Unit
from disclosure_pages.tree.models import Column, ColumnTally, Section

from .enums import Freshness
from .rules import due_on, freshness_on

ORDER = list(Freshness)


@dataclass(frozen=True, kw_only=True)
class Place:
    """A unit's place in a column, or a whole column when ``section`` and ``unit`` are ``None``."""

    column: Column
    section: Section | None
    unit: Unit | None
    newest_on: dt.date | None
    due_on: dt.date | None
    state: Freshness


def places_of_units(units: QuerySet[Unit], *, on: dt.date) -> list[Place]:
    """Open places of ``units``, the most pressing first."""
    sections = list(Section.objects.filter(unit__in=units, closed_on=None).select_related("unit"))
    columns = _columns_above(sections)
    tallies = ColumnTally.objects.filter(unit__in=units).values_list("column_id", "unit_id")
    newest = {(column, unit): day for column, unit, day in tallies.annotate(newest=Max("newest_on"))}
    places = []
    for section in sections:
        column = columns.get(_parent_path(section))
        if column is not None:
            places.append(_place(column, newest.get((column.pk, section.unit_id)), on=on, section=section))
    return _sorted(places)


def places_of_districts(districts: QuerySet[District], *, on: dt.date) -> list[Place]:
    """Columns of ``districts`` in which somebody may write, the most pressing first."""
    sections = list(Section.objects.filter(unit__district__in=districts, closed_on=None).only("path", "unit_id"))
    columns = _columns_above(sections).values()
    tallies = ColumnTally.objects.filter(column__district__in=districts).values_list("column_id")
    newest = dict(tallies.annotate(newest=Max("newest_on")))
    return _sorted(_place(column, newest.get(column.pk), on=on) for column in columns)


def _columns_above(sections: Iterable[Section]) -> dict[str, Column]:
    paths = {_parent_path(section) for section in sections}
    columns = Column.objects.filter(path__in=paths, retired_on=None).select_related("district")
    return {column.path: column for column in columns}


def _parent_path(section: Section) -> str:
    return str(section.path[: -Section.steplen])


def _place(column: Column, newest_on: dt.date | None, *, on: dt.date, section: Section | None = None) -> Place:
    limit = column.freshness_limit
    return Place(
        column=column,
        section=section,
        unit=section.unit if section else None,
        newest_on=newest_on,
        due_on=due_on(newest_on=newest_on, limit_days=limit),
        state=freshness_on(on, newest_on=newest_on, limit_days=limit),
    )


def _sorted(places: Iterable[Place]) -> list[Place]:
    return sorted(places, key=lambda place: (ORDER.index(place.state), place.due_on or dt.date.max, place.column.path))
