"""Load what is there now, in a fixed number of queries whatever the size of the district.

Conditions on the tree are ranges of ``path``: SQLite answers ``LIKE`` by reading the whole table, so the cost of one
district would grow with the number of the others.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Page

from cms.people.domain.groups import unit_group_name
from cms.tenancy.models import District, Unit
from disclosure_pages.responsibility.exceptions import NoDistrictHome
from disclosure_pages.responsibility.grants import ROLES
from disclosure_pages.responsibility.models import DistrictCollection
from disclosure_pages.responsibility.state import ColumnState, GrantState, SectionState, TreeState
from disclosure_pages.tree.models import Column, DistrictHome, Section

STEP = Page.steplen
_LAST = Page.alphabet[-1] * 250


def below(path: str, prefix: str = "") -> Q:
    """Rows strictly below ``path``; ``prefix`` leads to the tree's table, as in ``page__``."""
    return Q(**{f"{prefix}path__gt": path, f"{prefix}path__lte": path + _LAST})


def within(path: str, prefix: str = "") -> Q:
    """Rows at or below ``path``: one range, as an *or* makes SQLite read the whole table."""
    return Q(**{f"{prefix}path__gte": path, f"{prefix}path__lte": path + _LAST})


def load_state(*, district: District) -> TreeState:
    """Structure and rights of ``district``. Raises :class:`NoDistrictHome` when it has no home page yet."""
    home = DistrictHome.objects.filter(pk=district.root_page_id).first()
    if home is None:
        raise NoDistrictHome(district)
    columns = list(Column.objects.filter(district=district).order_by("path"))
    sections = list(
        Section.objects.filter(unit__district=district).select_related("unit", "collection").order_by("path")
    )
    pages = {column.path: column.pk for column in columns} | {home.path: home.pk}
    groups = unit_group_names(district)
    return TreeState(
        home=home.pk,
        home_path=home.path,
        home_url=home.url_path,
        columns={column.pk: _column(column, pages) for column in columns},
        sections={section.pk: _section(section, pages) for section in sections},
        grants=frozenset([*_page_grants(home, groups), *_media_grants(district, groups)]),
        unit_groups=frozenset(groups),
    )


def unit_group_names(district: District) -> dict[str, tuple[str, str]]:
    """Name of a group → (code of its unit, role), for every unit of the district, closed ones included."""
    units = Unit.objects.of_district(district).select_related("district")
    return {unit_group_name(unit=unit, role=role): (unit.code, role) for unit in units for role in ROLES}


def _above(path: str, pages: dict[str, int]) -> int | None:
    return pages.get(path[:-STEP])


def _column(column: Column, pages: dict[str, int]) -> ColumnState:
    return ColumnState(
        page=column.pk,
        column_id=column.column_id,
        parent=_above(column.path, pages),
        path=column.path,
        url_path=column.url_path,
        slug=column.slug,
        title=column.title,
        numbering=column.numbering,
        position=column.position,
        note=column.note,
        live=column.live,
        retired_on=column.retired_on,
    )


def _section(section: Section, pages: dict[str, int]) -> SectionState:
    return SectionState(
        page=section.pk,
        parent=_above(section.path, pages),
        path=section.path,
        url_path=section.url_path,
        unit=section.unit.code,
        live=section.live,
        closed_on=section.closed_on,
        collection=section.collection_id,
    )


def _page_grants(home: DistrictHome, groups: dict[str, tuple[str, str]]) -> list[GrantState]:
    """Grants at or below the district's home, and those of its units' groups wherever they are."""
    inside = within(home.path, "page__")
    return [
        GrantState(group, False, page, codename, row, place)
        for row, group, page, codename, place in _either(
            GroupPagePermission.objects.all(), inside, groups, "page_id", "page__url_path"
        )
    ]


def _media_grants(district: District, groups: dict[str, tuple[str, str]]) -> list[GrantState]:
    """Grants at or below the district's collection, and those of its units' groups wherever they are."""
    own = DistrictCollection.objects.filter(district=district).values_list("collection__path", flat=True).first()
    inside = within(own, "collection__") if own else Q(pk__in=())
    return [
        GrantState(group, True, collection, codename, row, place)
        for row, group, collection, codename, place in _either(
            GroupCollectionPermission.objects.all(), inside, groups, "collection_id", "collection__name"
        )
    ]


def _either(rows: QuerySet[Any], inside: Q, groups: dict[str, Any], target: str, place: str) -> list[tuple]:
    """Two indexed queries instead of one condition with *or*, which SQLite answers by reading the whole table."""
    fields = ("pk", "group__name", target, "permission__codename", place)
    outside = rows.filter(group__name__in=groups).exclude(inside)
    return [*rows.filter(inside).values_list(*fields), *outside.values_list(*fields)]
