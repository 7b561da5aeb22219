"""What a changed table does to columns, sections and rights that are there already."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from cms.tenancy.models import CollectiveMember, District, Unit, UnitCollective
from disclosure_pages.responsibility.domain.apply import Applied, apply_table
from disclosure_pages.responsibility.domain.drift import find_drift
from disclosure_pages.responsibility.domain.samples import sample_table
from disclosure_pages.responsibility.exceptions import PlanChanged, UnknownRename
from disclosure_pages.tree.domain.reorganisation import merge_units, rename_unit
from disclosure_pages.tree.models import Column, Section
from tests.factories.tables import make_csv, sample_rows, sample_with, sample_without

EDUCATION = 16  # line of 12.重大民生信息 / (2)教育信息


def apply(district: District, content: bytes, **options: Any) -> Applied:
    return apply_table(district=district, content=content, file_name="table.csv", **options)


def column(title: str) -> Column:
    return Column.objects.get(title=title)


def test_retired_column_keeps_its_page_and_loses_its_rights(applied: District) -> None:
    column_id = column("教育信息").column_id
    day = dt.date(2026, 12, 1)

    plan = apply(applied, sample_without(EDUCATION), on=day).plan

    assert plan.counts() == {
        "columns.move": 8, "columns.retire": 1, "sections.close": 1, "grants.remove": 11,
    }  # fmt: skip
    retired = Column.objects.get(column_id=column_id)
    section = Section.objects.child_of(retired).get()
    assert (retired.retired_on, retired.live, section.closed_on, section.live) == (day, True, day, True)
    assert not GroupPagePermission.objects.filter(page=section).exists()
    assert not GroupCollectionPermission.objects.filter(collection=section.collection).exists()


def test_column_that_comes_back_is_revived(applied: District) -> None:
    before = Column.objects.get(title="教育信息")
    apply(applied, sample_without(EDUCATION))

    plan = apply(applied, sample_table()).plan

    assert {change.act for change in plan.columns} == {"move", "revive"}
    assert plan.counts()["sections.reopen"] == 1
    after = Column.objects.get(title="教育信息")
    assert (after.pk, after.column_id, after.retired_on) == (before.pk, before.column_id, None)
    assert find_drift(district=applied) == []


def test_rename_unconfirmed_is_proposed_and_retires(applied: District) -> None:
    before = column("教育信息")

    plan = apply(applied, sample_with(EDUCATION, "三级标题", "(2)教育公开")).plan

    assert [(rename.old[-1], rename.new[-1]) for rename in plan.proposals] == [("教育信息", "教育公开")]
    assert (plan.counts()["columns.create"], plan.counts()["columns.retire"]) == (1, 1)
    assert Column.objects.get(pk=before.pk).retired_on is not None


def test_rename_confirmed_keeps_the_column(applied: District) -> None:
    before = column("教育信息")

    content = sample_with(EDUCATION, "三级标题", "(2)教育公开")
    plan = apply(applied, content, confirmed_renames=["教育信息=教育公开"]).plan

    assert plan.counts() == {"columns.rename": 1}
    after = column("教育公开")
    assert (after.pk, after.column_id, after.slug, after.url_path) == (
        before.pk,
        before.column_id,
        before.slug,
        before.url_path,
    )
    assert apply(applied, content).plan.is_empty


def test_rename_of_a_group_keeps_all_below(applied: District) -> None:
    rows = [[text.replace("12.重大民生信息", "12.民生信息") for text in row] for row in sample_rows()]
    keys = set(Section.objects.values_list("pk", flat=True))

    plan = apply(applied, make_csv(rows), confirmed_renames=["重大民生信息=民生信息"]).plan

    assert plan.counts() == {"columns.rename": 1}
    assert set(Section.objects.values_list("pk", flat=True)) == keys


def test_rename_that_fits_nothing_is_refused(applied: District) -> None:
    with pytest.raises(UnknownRename):
        apply(applied, sample_table(), confirmed_renames=["甲=乙"])


def test_rename_with_other_units_is_not_proposed(applied: District) -> None:
    rows = sample_rows()
    rows[EDUCATION - 2][3:5] = ["(2)教育公开", "区民政局"]

    assert apply(applied, make_csv(rows)).plan.proposals == ()


def test_renumbering_keeps_columns(applied: District) -> None:
    keys = dict(Column.objects.values_list("title", "pk"))
    rows = sample_rows()
    rows[2][2], rows[3][2] = "2.履职依据", "1.机关简介"
    rows[2], rows[3] = rows[3], rows[2]

    plan = apply(applied, make_csv(rows)).plan

    assert plan.counts() == {"columns.move": 2, "columns.renumber": 2}
    assert dict(Column.objects.values_list("title", "pk")) == keys
    assert (column("履职依据").numbering, column("履职依据").position) == ("2.", 2)


def test_column_with_a_new_parent_takes_its_sections_along(applied: District) -> None:
    before = column("教育信息")
    rows = sample_rows()
    moved = rows.pop(EDUCATION - 2)
    rows.append(["七", "其他", "8.教育信息", "", moved[4], ""])

    plan = apply(applied, make_csv(rows)).plan

    after = column("教育信息")
    assert after.pk == before.pk
    assert after.get_parent().title == "其他"
    assert "sections.create" not in plan.counts()
    assert Section.objects.child_of(after).get().url_path == after.url_path
    assert find_drift(district=applied) == []


def test_new_unit_in_a_row_gets_a_section_and_rights(applied: District) -> None:
    plan = apply(applied, sample_with(EDUCATION, "责任单位", "区教育局、区科技局")).plan

    assert plan.counts() == {"sections.create": 1, "grants.add": 11}
    assert find_drift(district=applied) == []


def test_unit_that_left_a_row_comes_back_to_its_own_section(applied: District) -> None:
    content = sample_with(EDUCATION, "责任单位", "区科技局")
    before = Section.objects.child_of(column("教育信息")).get()

    assert apply(applied, content).plan.counts() == {
        "sections.create": 1, "sections.close": 1, "grants.add": 11, "grants.remove": 11,
    }  # fmt: skip
    apply(applied, sample_table())

    assert Section.objects.child_of(column("教育信息")).get(closed_on=None).pk == before.pk


def test_new_member_of_a_collective_gets_its_sections(applied: District) -> None:
    collective = UnitCollective.objects.get(name="各街道办事处")
    unit = Unit.objects.create(district=applied, name="新街道办事处", code="xin", kind="subdistrict")
    CollectiveMember.objects.create(collective=collective, unit=unit)

    plan = apply(applied, sample_table()).plan

    assert plan.counts() == {"sections.create": 2, "grants.add": 22}


def test_merged_unit_gives_way_to_its_successor(applied: District) -> None:
    old, new = (Unit.objects.get(district=applied, code=code) for code in ("kjj", "gxj"))
    Unit.objects.filter(pk=old.pk).update(merged_into=new)

    codes = {difference.code for difference in find_drift(district=applied)}

    assert codes == {"section-missing", "section-foreign", "grant-missing", "grant-foreign"}


def test_apply_mends_rights(applied: District) -> None:
    GroupPagePermission.objects.filter(group__name__contains=":jyj:").delete()

    again = apply(applied, sample_table())

    assert (again.is_new, again.version.number) == (True, 2)
    assert again.plan.counts().keys() == {"grants.add"}
    assert find_drift(district=applied) == []


def test_plan_that_was_seen_must_still_hold(applied: District) -> None:
    with pytest.raises(PlanChanged):
        apply(applied, sample_without(EDUCATION), seen_plan="0" * 64)


@pytest.mark.parametrize(("old", "new"), [("kjj", "gxj"), ("cgj", "jtj"), ("dh", "da")])
def test_table_keeps_its_meaning_after_a_merger(applied: District, old: str, new: str) -> None:
    unit, into = (Unit.objects.get(district=applied, code=code) for code in (old, new))

    merge_units(units=[unit], into=into, day=timezone.localdate(), reason="机构改革")

    assert find_drift(district=applied) == []
    assert apply(applied, sample_table()).plan.is_empty


def test_table_keeps_its_meaning_after_a_new_name(applied: District) -> None:
    unit = Unit.objects.get(district=applied, code="kjj")

    rename_unit(unit=unit, new_name="区科学技术局", day=timezone.localdate(), reason="机构改革")

    assert find_drift(district=applied) == []
    assert apply(applied, sample_table()).plan.is_empty
