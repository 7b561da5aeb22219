"""Every disturbance is made behind the back of the tree: by SQL, or as a hand in the admin could."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    PageViewRestriction,
)

from cms.people.domain.groups import unit_group
from cms.people.enums import Role
from cms.people.models import User
from cms.tenancy.models import CollectiveMember, District, Unit
from disclosure_pages.responsibility.domain.apply import apply_table
from disclosure_pages.responsibility.domain.drift import find_drift
from disclosure_pages.responsibility.domain.samples import sample_table
from disclosure_pages.responsibility.models import DistrictCollection
from disclosure_pages.tree.acts import structural_change
from disclosure_pages.tree.models import Column, Section
from tests.factories.furong import make_applied_furong
from tests.factories.people import make_editor, make_user
from tests.factories.tree import make_column


def education() -> Column:
    return Column.objects.get(title="教育信息")


def section() -> Section:
    return Section.objects.child_of(education()).get()


def page_permission(codename: str) -> Permission:
    return Permission.objects.get(codename=codename, content_type__app_label="wagtailcore")


def sql(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def take_a_page_grant() -> None:
    GroupPagePermission.objects.filter(page=section(), permission__codename="add_page").delete()


def take_a_collection_grant() -> None:
    GroupCollectionPermission.objects.filter(
        collection=section().collection, permission__codename="add_document"
    ).delete()


def give_a_page_grant() -> None:
    group = Group.objects.get(name__endswith=":mzj:editor")
    GroupPagePermission.objects.create(group=group, page=section(), permission=page_permission("change_page"))


def give_publish() -> None:
    group = Group.objects.get(name__endswith=":jyj:moderator")
    GroupPagePermission.objects.create(group=group, page=section(), permission=page_permission("publish_page"))


def give_a_strange_group_the_district() -> None:
    group = Group.objects.create(name="网站管理员")
    home = education().get_ancestors().get(depth=3)
    GroupPagePermission.objects.create(group=group, page=home, permission=page_permission("change_page"))


def give_a_strange_group_the_root() -> None:
    group = Group.objects.create(name="Moderators")
    root = Page.get_first_root_node()
    GroupPagePermission.objects.create(group=group, page=root, permission=page_permission("publish_page"))


def give_a_unit_another_place() -> None:
    group = Group.objects.get(name__endswith=":jyj:editor")
    city = education().get_ancestors().get(depth=2)
    GroupPagePermission.objects.create(group=group, page=city, permission=page_permission("add_page"))


def give_the_district_collection() -> None:
    group = Group.objects.get(name__endswith=":jyj:editor")
    place = DistrictCollection.objects.get().collection
    permission = Permission.objects.get(codename="change_document", content_type__app_label="wagtaildocs")
    GroupCollectionPermission.objects.create(group=group, collection=place, permission=permission)


def give_a_permission_everywhere() -> None:
    Group.objects.get(name__endswith=":jyj:editor").permissions.add(page_permission("publish_page"))


def unpublish_a_section() -> None:
    sql("UPDATE wagtailcore_page SET live = %s WHERE id = %s", False, section().pk)


def unpublish_a_column() -> None:
    sql("UPDATE wagtailcore_page SET live = %s WHERE id = %s", False, education().pk)


def rename_a_column() -> None:
    sql("UPDATE wagtailcore_page SET title = %s WHERE id = %s", "教育公开", education().pk)


def renumber_a_column() -> None:
    sql("UPDATE gongkai_tree_column SET numbering = %s, position = 77 WHERE page_ptr_id = %s", "(77)", education().pk)


def change_an_address() -> None:
    sql("UPDATE wagtailcore_page SET url_path = %s WHERE id = %s", "/elsewhere/", education().pk)


def retire_a_column() -> None:
    sql("UPDATE gongkai_tree_column SET retired_on = %s WHERE page_ptr_id = %s", dt.date(2026, 1, 1), education().pk)


def close_a_section() -> None:
    sql("UPDATE gongkai_tree_section SET closed_on = %s WHERE page_ptr_id = %s", dt.date(2026, 1, 1), section().pk)


def delete_a_column() -> None:
    with structural_change():
        Page.objects.get(pk=education().pk).delete()


def delete_only_the_row_of_a_column() -> None:
    sql("DELETE FROM gongkai_tree_column WHERE page_ptr_id = %s", education().pk)


def delete_a_section() -> None:
    with structural_change():
        section().delete()


def add_a_column() -> None:
    home = education().get_ancestors().get(depth=3)
    make_column("手工栏目", parent=home, district=District.objects.get())


def add_a_section() -> None:
    place = section()
    unit = Unit.objects.get(code="mzj")
    with structural_change():
        education().add_child(instance=Section(title="民政", slug="x", unit=unit, collection=place.collection))


def move_a_section() -> None:
    target = Column.objects.get(title="医疗信息")
    place = section()
    sql("UPDATE wagtailcore_page SET path = %s WHERE id = %s", f"{target.path}0009", place.pk)


def move_a_column() -> None:
    target = Column.objects.get(title="其他")
    with structural_change():
        Page.objects.get(pk=education().pk).move(target, pos="last-child")


def write_among_the_columns() -> None:
    with structural_change():
        education().add_child(instance=Page(title="散页", slug="san-ye"))


def restrict_a_page() -> None:
    PageViewRestriction.objects.create(page=section(), restriction_type="login")


def restrict_a_collection() -> None:
    CollectionViewRestriction.objects.create(collection=section().collection, restriction_type="login")


def take_the_collection() -> None:
    sql("UPDATE gongkai_tree_section SET collection_id = NULL WHERE page_ptr_id = %s", section().pk)


def share_a_collection() -> None:
    other = Section.objects.exclude(pk=section().pk)[0]
    Section.objects.filter(pk=section().pk).update(collection=other.collection)


def move_a_collection() -> None:
    collection = Collection.objects.get(pk=section().collection_id)
    collection.move(Collection.get_first_root_node(), "sorted-child")


def add_a_group_member() -> None:
    make_user().groups.add(Group.objects.get(name__endswith=":jyj:editor"))


def take_out_a_group_member() -> None:
    unit = Unit.objects.get(code="jyj")
    make_editor(unit).groups.remove(unit_group(unit=unit, role=Role.EDITOR))


def add_a_unit() -> None:
    Unit.objects.create(district=District.objects.get(), name="区新局", code="new")


def end_the_only_unit() -> None:
    Unit.objects.filter(code="jyj").update(active_to=dt.date(2020, 1, 1))


def shrink_a_collective() -> None:
    CollectiveMember.objects.get(collective__name="各相关部门", unit__code="jyj").delete()


DISTURBANCES: list[tuple[Callable[[], None], set[str]]] = [
    (take_a_page_grant, {"grant-missing"}),
    (take_a_collection_grant, {"grant-missing"}),
    (give_a_page_grant, {"grant-foreign"}),
    (give_publish, {"grant-foreign"}),
    (give_a_strange_group_the_district, {"grant-foreign"}),
    (give_a_strange_group_the_root, {"grant-above"}),
    (give_a_unit_another_place, {"grant-foreign", "grant-above"}),
    (give_the_district_collection, {"grant-foreign"}),
    (give_a_permission_everywhere, {"group-permission-foreign"}),
    (unpublish_a_section, {"section-damaged"}),
    (unpublish_a_column, {"column-damaged"}),
    (rename_a_column, {"column-renamed"}),
    (renumber_a_column, {"column-renumbered", "column-moved"}),
    (change_an_address, {"column-damaged"}),
    (retire_a_column, {"column-retired"}),
    (close_a_section, {"section-closed", "column-without-unit"}),
    (delete_a_column, {"column-missing", "section-missing", "grant-missing", "grant-foreign"}),
    (
        delete_only_the_row_of_a_column,
        {
            "column-missing",
            "section-missing",
            "section-foreign",
            "grant-missing",
            "grant-foreign",
            "page-foreign",
            "page-lost",
        },
    ),
    (delete_a_section, {"section-missing", "grant-missing", "grant-foreign", "column-without-unit"}),
    (add_a_column, {"column-foreign", "column-without-unit"}),
    (add_a_section, {"section-foreign", "collection-wrong"}),
    (move_a_section, {"section-moved", "section-damaged", "column-without-unit"}),
    (move_a_column, {"column-moved"}),
    (write_among_the_columns, {"page-foreign"}),
    (restrict_a_page, {"view-restriction"}),
    (restrict_a_collection, {"view-restriction"}),
    (take_the_collection, {"section-damaged", "grant-missing", "grant-foreign"}),
    (share_a_collection, {"collection-wrong", "grant-missing", "grant-foreign"}),
    (move_a_collection, {"collection-wrong"}),
    (add_a_group_member, {"member-unjustified"}),
    (take_out_a_group_member, {"member-missing"}),
    (add_a_unit, {"unit-without-column"}),
    (end_the_only_unit, {"section-foreign", "grant-foreign", "column-without-unit"}),
    (shrink_a_collective, {"section-foreign", "grant-foreign"}),
]
# What only a person can put right: the rest is mended by applying the same table again.
BY_HAND = {
    give_a_strange_group_the_root,
    give_a_permission_everywhere,
    write_among_the_columns,
    restrict_a_page,
    restrict_a_collection,
    share_a_collection,
    move_a_collection,
    add_a_group_member,
    take_out_a_group_member,
    add_a_unit,
    end_the_only_unit,
    delete_only_the_row_of_a_column,
}


def test_no_drift_after_applying(applied: District) -> None:
    make_editor(Unit.objects.get(code="jyj"))

    assert find_drift(district=applied) == []


@pytest.mark.parametrize(("disturb", "codes"), DISTURBANCES, ids=lambda value: getattr(value, "__name__", ""))
def test_drift_finds(applied: District, disturb: Callable[[], None], codes: set[str]) -> None:
    disturb()

    found = find_drift(district=applied)

    assert {difference.code for difference in found} == codes
    assert all(difference.message and difference.remedy for difference in found)


@pytest.mark.parametrize("disturb", [disturb for disturb, _codes in DISTURBANCES if disturb not in BY_HAND])
def test_applying_again_mends(applied: District, disturb: Callable[[], None]) -> None:
    disturb()

    apply_table(district=applied, content=sample_table(), file_name="table.csv")

    assert find_drift(district=applied) == []


def test_membership_that_ended_is_drift_until_the_next_visit(applied: District) -> None:
    person = make_editor(Unit.objects.get(code="jyj"))
    person.memberships.update(ends_on=dt.date(2020, 1, 1))
    User.objects.filter(pk=person.pk).update(rights_synced_on=dt.date(2020, 1, 1))

    assert [difference.code for difference in find_drift(district=applied)] == ["member-unjustified"]


def test_drift_queries_do_not_grow_with_districts(applied: District, django_assert_num_queries) -> None:
    for count in (1, 3):
        while District.objects.count() < count:
            make_applied_furong(f"d{District.objects.count()}")
        with django_assert_num_queries(27):
            find_drift(district=applied)
