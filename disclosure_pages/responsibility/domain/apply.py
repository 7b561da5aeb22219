"""Apply a table: the one way in which columns, sections and rights come to be."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.people.models import User
from cms.tenancy.models import District
from disclosure_pages.responsibility.changes import Plan
from disclosure_pages.responsibility.exceptions import PlanChanged
from disclosure_pages.responsibility.models import AppliedTable
from disclosure_pages.tree.acts import structural_change
from disclosure_pages.tree.models import DistrictHome, Section

from .columns import ColumnWriter
from .grants import write_grants
from .pages import count_children, recount_children
from .plan import PlannedTable, plan_table
from .sections import SectionWriter


@dataclass(frozen=True, slots=True)
class Applied:
    """What applying did. ``is_new`` is false when file and database were already as they should be."""

    version: AppliedTable
    plan: Plan
    is_new: bool


@transaction.atomic
def apply_table(
    *,
    district: District,
    content: bytes,
    file_name: str,
    user: User | None = None,
    confirmed_renames: Iterable[str] = (),
    seen_plan: str = "",
    on: dt.date | None = None,
) -> Applied:
    """Make the database what the table says, in one transaction, and keep the table as a version.

    The plan is made here anew, from the database, so that applying the same table mends what was changed behind our
    back. ``seen_plan`` is the fingerprint of the plan that a person looked at, without confirmed renames; another
    plan by now raises ``PlanChanged``. Otherwise raises as :func:`plan_table` does. ``on`` is a day in Asia/Shanghai.
    """
    day = on or timezone.localdate()
    district = District.objects.select_for_update().get(pk=district.pk)  # two people never apply at once
    if seen_plan and plan_table(district=district, content=content, on=day).plan.fingerprint() != seen_plan:
        raise PlanChanged(
            _("The registers or the tree changed after the plan was shown."), _("Look at the new plan and confirm it.")
        )
    planned = plan_table(district=district, content=content, confirmed_renames=confirmed_renames, on=day)
    digest, last = hashlib.sha256(content).hexdigest(), AppliedTable.objects.latest_of(district)
    if last is not None and planned.plan.is_empty and last.sha256 == digest:
        return Applied(version=last, plan=planned.plan, is_new=False)
    with structural_change():
        columns = _write(district, planned, day)
    version = AppliedTable.objects.create(
        district=district,
        number=last.number + 1 if last else 1,
        file_name=file_name,
        content=content,
        sha256=digest,
        applied_on=day,
        applied_at=timezone.now(),
        applied_by=user,
        rows=planned.table.rows,
        columns=_column_rows(planned, columns),
        summary=planned.plan.counts(),
    )
    _log(version, user)
    transaction.on_commit(columns.index, robust=True)
    return Applied(version=version, plan=planned.plan, is_new=True)


def _write(district: District, planned: PlannedTable, on: dt.date) -> ColumnWriter:
    """The order matters: new pages go below present places, then rows change, then whole subtrees move, and grants
    come last, when every section has its page and its collection."""
    columns = ColumnWriter(district=district, planned=planned, on=on)
    sections = SectionWriter(district=district, planned=planned, columns=columns, on=on)
    columns.create()
    sections.create()
    count_children(columns.parents_from_before())
    columns.change()
    sections.change()
    if planned.plan.has_moves:
        recount_children(home_path=planned.state.home_path)
        columns.move()
        sections.move()
        recount_children(home_path=planned.state.home_path)
    write_grants(changes=planned.plan.grants, columns=columns)
    return columns


def _column_rows(planned: PlannedTable, columns: ColumnWriter) -> list[dict[str, Any]]:
    """The columns of the version, each with its identity and the page of every section."""
    sections: dict[str, dict[str, int]] = {}
    rows = Section.objects.filter(unit__district=columns.district, closed_on=None)
    for path, unit, page in rows.values_list("path", "unit__code", "pk"):
        sections.setdefault(path[: -Section.steplen], {})[unit] = page
    return [
        {
            **column.as_json(),
            "column_id": str(columns.columns[column.key].column_id),
            "sections": sections.get(columns.columns[column.key].path, {}),
        }
        for column in planned.table.columns
    ]


def _log(version: AppliedTable, user: User | None) -> None:
    home = DistrictHome.objects.get(pk=version.district.root_page_id)
    data = {"version": version.number, "file": version.file_name, "changes": version.summary}
    log(instance=home, action="gongkai.table.applied", user=user, data=data)
