"""Find every difference between the applied table and the database, in both directions, whoever made it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.tenancy.models import District
from disclosure_pages.responsibility.demand import WantedColumn
from disclosure_pages.responsibility.differences import Difference, differences_of
from disclosure_pages.responsibility.models import AppliedTable
from disclosure_pages.responsibility.register import Register
from disclosure_pages.responsibility.state import TreeState
from disclosure_pages.responsibility.table import ParsedTable
from disclosure_pages.responsibility.titles import SEPARATOR

from .drift_of_groups import group_differences
from .drift_of_pages import page_differences
from .plan import plan_columns
from .registers import register_of


def find_drift(*, district: District, on: dt.date | None = None) -> list[Difference]:
    """Compare the last applied table, its collectives expanded with the register of ``on`` (default: today in
    Asia/Shanghai), with pages, sections, grants, restrictions and groups as they are. Empty when nothing differs.

    Raises ``NoDistrictHome``.
    """
    day = on or timezone.localdate()
    last = AppliedTable.objects.latest_of(district)
    if last is None:
        return [_no_table(district)]
    register = register_of(district=district, on=day)
    table = ParsedTable(columns=tuple(last.parsed_columns()), rows=last.rows)
    planned = plan_columns(district=district, table=table, register=register)
    found = [
        *differences_of(planned.plan),
        *_units_and_columns(planned.wanted, planned.state, register),
        *page_differences(district=district, state=planned.state),
        *group_differences(district=district, on=day),
    ]
    return sorted(set(found))


def _no_table(district: District) -> Difference:
    return Difference(
        code="no-table",
        subject=district.name,
        message=_("No table was ever applied to %(district)s.") % {"district": district.name},
        remedy=_("Apply the responsibility table of the district."),
    )


def _units_and_columns(wanted: list[WantedColumn], state: TreeState, register: Register) -> Iterator[Difference]:
    """A unit that no column names, a column that no unit serves."""
    named = frozenset[str]().union(*(column.units for column in wanted))
    for code, unit in register.units.items():
        if unit.is_active and code not in named:
            yield Difference(
                code="unit-without-column",
                subject=unit.name,
                message=_("The unit %(unit)s is responsible for no column.") % {"unit": unit.name},
                remedy=_("Name it in the table, add it to a collective, or end it in the register."),
            )
    for title in {*_unserved(wanted), *_bare(state)}:
        yield Difference(
            code="column-without-unit",
            subject=title,
            message=_("No unit is responsible for the column “%(column)s”.") % {"column": title},
            remedy=_("Name a unit in the table, or add active units to the collective that it names."),
        )


def _unserved(wanted: list[WantedColumn]) -> Iterator[str]:
    """Columns of the table whose units are all gone; a column that only groups others needs none."""
    parents = {column.parent for column in wanted}
    return (SEPARATOR.join(column.path) for column in wanted if not column.units and column.key not in parents)


def _bare(state: TreeState) -> Iterator[str]:
    """Columns of the tree without an open section and without a column below."""
    for page, column in state.columns.items():
        has_column = any(child.retired_on is None for child in state.columns_below.get(page, ()))
        has_section = any(section.closed_on is None for section in state.sections_below.get(page, ()))
        if column.retired_on is None and not has_column and not has_section:
            yield SEPARATOR.join(state.titles_of(page))
