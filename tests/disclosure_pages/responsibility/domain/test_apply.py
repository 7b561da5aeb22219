from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page, PageLogEntry

from cms.tenancy.models import District
from disclosure_pages.responsibility.domain.apply import Applied, apply_table
from disclosure_pages.responsibility.domain.drift import find_drift
from disclosure_pages.responsibility.domain.samples import load_sample_registers, sample_table
from disclosure_pages.responsibility.exceptions import NoDistrictHome, TableRefused
from disclosure_pages.responsibility.models import AppliedTable
from disclosure_pages.tree.models import Column, Section
from tests.factories.furong import make_furong
from tests.factories.people import make_superuser
from tests.factories.tables import make_csv, make_merged_xlsx, sample_rows, sample_with, sample_without
from tests.factories.tenancy import make_district

EDUCATION = 16  # line of 12.重大民生信息 / (2)教育信息


def apply(district: District, content: bytes, **options: Any) -> Applied:
    return apply_table(district=district, content=content, file_name="table.csv", **options)


def everything() -> tuple[Any, ...]:
    """Every row that applying writes."""
    trees = (Page, Column, Section, Collection)
    rights = (Group, GroupPagePermission, GroupCollectionPermission)
    models: tuple[Any, ...] = (*trees, *rights, AppliedTable, PageLogEntry)
    return tuple(list(model.objects.order_by("pk").values_list()) for model in models)


def column(title: str) -> Column:
    return Column.objects.get(title=title)


def test_apply_counts_what_it_did(furong: District) -> None:
    applied = apply(furong, sample_table())

    assert applied.plan.counts() == {"columns.create": 48, "sections.create": 293, "grants.add": 3223}
    assert (applied.is_new, applied.version.number, applied.version.rows) == (True, 1, 41)
    assert bytes(applied.version.content) == sample_table()


def test_apply_is_all_or_nothing(furong: District, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything()
    monkeypatch.setattr(AppliedTable.objects, "create", lambda **values: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        apply(furong, sample_table())

    assert everything() == before


def test_apply_table_with_errors_writes_nothing(furong: District) -> None:
    before = everything()

    with pytest.raises(TableRefused):
        apply(furong, sample_with(EDUCATION, "责任单位", "区叫育局"))

    assert everything() == before


def test_apply_without_home(db: None) -> None:
    district = make_district()
    load_sample_registers(district=district)

    with pytest.raises(NoDistrictHome):
        apply(district, sample_table())


def test_apply_is_logged_with_the_person(furong: District) -> None:
    person = make_superuser()

    version = apply(furong, sample_table(), user=person).version

    entry = PageLogEntry.objects.get(action="gongkai.table.applied")
    assert (entry.user, entry.data["version"], version.applied_by) == (person, 1, person)


@pytest.mark.parametrize("rows", [3, 41])
def test_apply_queries_do_not_grow_with_sections(furong: District, django_assert_max_num_queries, rows: int) -> None:
    with django_assert_max_num_queries(90):
        apply(furong, make_csv(sample_rows()[:rows]))


def test_apply_twice_changes_nothing(furong: District) -> None:
    apply(furong, sample_table())
    before = everything()

    again = apply(furong, sample_table())

    assert (again.is_new, again.plan.is_empty, again.version.number) == (False, True, 1)
    assert everything() == before


def test_apply_another_file_with_the_same_content_is_a_version(furong: District) -> None:
    apply(furong, sample_table())

    again = apply(furong, make_merged_xlsx())

    assert (again.is_new, again.plan.is_empty, again.version.number) == (True, True, 2)


def test_districts_do_not_touch_each_other(furong: District) -> None:
    apply(furong, sample_table())
    other = make_furong("yuhua")
    before = set(GroupPagePermission.objects.values_list("pk", flat=True))

    apply(other, sample_table())
    apply(other, sample_without(EDUCATION))

    assert before <= set(GroupPagePermission.objects.values_list("pk", flat=True))
    assert find_drift(district=furong) == []
    assert find_drift(district=other) == []


@pytest.mark.usefixtures("searchable")
def test_columns_are_found_by_the_search_of_the_admin(furong: District, django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        apply(furong, sample_table())

    assert [page.title for page in Page.objects.search("教育信息")] == ["教育信息"]
