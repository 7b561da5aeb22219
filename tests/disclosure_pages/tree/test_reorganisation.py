"""Merging and renaming units: content, addresses, people and rights go along, and all of it can be taken back."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from cms.people.domain.roles import units_of
from cms.people.enums import Role
from cms.people.models import Membership, User
from cms.tenancy.models import CollectiveMember, Reorganisation, Unit, UnitAlias
from disclosure_pages.responsibility.domain.apply import apply_table
from disclosure_pages.responsibility.domain.drift import find_drift
from disclosure_pages.responsibility.domain.samples import load_sample_registers, sample_table
from disclosure_pages.tree.domain.districts import create_district_home
from disclosure_pages.tree.domain.reorganisation import (
    CannotUndo,
    merge_units,
    preview,
    rename_unit,
    undo_reorganisation,
)
from disclosure_pages.tree.models import Column, ColumnTally, DisclosurePage, Section
from tests.factories.pages import make_draft, make_published
from tests.factories.people import make_editor, make_membership, make_moderator
from tests.factories.tenancy import make_district, make_unit
from tests.factories.tree import make_column, make_section

pytestmark = pytest.mark.django_db

CONCERNED = [
    Unit,
    UnitAlias,
    CollectiveMember,
    Membership,
    Page,
    Section,
    DisclosurePage,
    Collection,
    GroupPagePermission,
    GroupCollectionPermission,
    get_document_model(),
]
REASON = "机构改革方案〔2026〕1号"


def dump():
    """All rows of the tables concerned; tallies and groups without their keys, as they are worked out anew."""
    rows = {model.__name__: sorted(model.objects.values_list(), key=str) for model in CONCERNED}
    tallies = ColumnTally.objects.filter(total__gt=0).values_list("column", "unit", "year", "total", "newest_on")
    groups = User.groups.through.objects.values_list("user", "group")
    return {**rows, "ColumnTally": sorted(tallies), "groups": sorted(groups)}


@pytest.fixture
def furong():
    """芙蓉区 with the shipped table applied."""
    found = make_district(name="芙蓉区", slug="furong")
    create_district_home(district=found)
    load_sample_registers(district=found)
    apply_table(district=found, content=sample_table(), file_name="table.csv")
    return found


@pytest.fixture
def district():
    return make_district(slug="furong")


@pytest.fixture
def education(district):
    unit = make_unit(district, name="区教育局", code="jyj")
    make_section(column=make_column("教育信息", district=district), unit=unit)
    make_section(column=make_column("公共服务", district=district), unit=unit)
    return unit


@pytest.fixture
def health(district, education):
    unit = make_unit(district, name="区卫生健康局", code="wjj")
    make_section(column=Column.objects.get(title="公共服务"), unit=unit)
    return unit


def section_of(unit, title):
    return next(section for section in unit.sections.order_by("path") if section.get_parent().title == title)


def merge(unit, into, **values):
    return merge_units(units=[unit], into=into, **{"day": timezone.localdate(), "reason": REASON, **values})


# --- content ------------------------------------------------------------------------------------------------------


def test_merge_keeps_addresses_and_public_content(education, health, client):
    page = make_published("招生办法", section=section_of(education, "教育信息"))
    address = page.url_path
    merge(education, health)
    page.refresh_from_db()
    assert (page.url_path, page.live, page.is_public, page.unit) == (address, True, True, health)
    assert client.get(page.get_url()).status_code == 200


def test_merge_hands_a_section_over_where_the_successor_has_none(education, health):
    section = section_of(education, "教育信息")
    merge(education, health)
    section.refresh_from_db()
    assert (section.unit, section.title, section.closed_on) == (health, "区卫生健康局", None)
    assert section.collection.name.endswith("区卫生健康局")


def test_merge_joins_sections_where_the_successor_has_one(education, health):
    old, new = section_of(education, "公共服务"), section_of(health, "公共服务")
    kept = make_draft(section=new)
    moved = [make_draft(section=old), make_published(section=old)]
    document = get_document_model().objects.create(title="附件", collection=old.collection, file="a.pdf")
    merge(education, health)
    old.refresh_from_db(), new.refresh_from_db(), document.refresh_from_db()
    assert [page.pk for page in new.get_children()] == [kept.pk, *(page.pk for page in moved)]
    assert (old.numchild, new.numchild, old.is_open, new.is_open) == (0, 3, False, True)
    assert document.collection == new.collection
    assert not Page.find_problems()[0]


def test_merge_keeps_revisions_and_clearances(education, health):
    page = make_published(section=section_of(education, "公共服务"))
    before = (page.revisions.count(), page.clearances.count(), page.reviews.count())
    merge(education, health)
    assert (page.revisions.count(), page.clearances.count(), page.reviews.count()) == before
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().unit == health


def test_merge_counts_content_for_the_successor(education, health):
    make_published(section=section_of(education, "公共服务"))
    make_published(section=section_of(health, "公共服务"))
    merge(education, health)
    assert list(ColumnTally.objects.filter(total__gt=0).values_list("unit", "total")) == [(health.pk, 2)]


def test_merge_reopens_the_section_of_the_successor(education, health):
    new = section_of(health, "公共服务")
    Section.objects.filter(pk=new.pk).update(closed_on=dt.date(2026, 1, 1))
    merge(education, health)
    new.refresh_from_db()
    assert new.is_open


# --- people and rights --------------------------------------------------------------------------------------------


def test_merge_moves_people_with_their_days(education, health):
    today = timezone.localdate()
    person = make_editor(education)
    merge(education, health, day=today)
    found = sorted(person.memberships.values_list("unit__code", "starts_on", "ends_on"))
    expected = [(education.code, None, today - dt.timedelta(days=1)), (health.code, today, None)]
    assert found == sorted(expected)
    assert list(units_of(person, [Role.EDITOR])) == [health]


def test_merge_leaves_ended_memberships_where_they_were(education, health):
    person = make_editor(education)
    person.memberships.update(ends_on=dt.date(2020, 1, 1))
    merge(education, health)
    assert list(person.memberships.values_list("unit", "ends_on")) == [(education.pk, dt.date(2020, 1, 1))]


def test_merge_joins_the_two_memberships_of_one_person(education, health):
    day = timezone.localdate()
    person = make_editor(education)
    make_membership(person, Role.EDITOR, unit=health, ends_on=day)
    merge(education, health, day=day)
    assert person.memberships.get(unit=health).ends_on is None


def test_merge_moves_a_membership_that_has_not_begun(education, health):
    start = timezone.localdate() + dt.timedelta(days=9)
    person = make_editor(education)
    person.memberships.update(starts_on=start)
    merge(education, health)
    assert list(person.memberships.values_list("unit", "starts_on")) == [(health.pk, start)]


def test_merged_editors_write_where_their_unit_wrote(education, health):
    person = make_editor(education)
    section = section_of(education, "教育信息")
    merge(education, health)
    person = User.objects.get(pk=person.pk)
    assert Page.objects.get(pk=section.pk).specific.permissions_for_user(person).can_add_subpage()


def test_no_right_of_the_merged_unit_is_left(education, health):
    merge(education, health)
    groups = f"gongkai:unit:furong:{education.code}:"
    assert not GroupPagePermission.objects.filter(group__name__startswith=groups).exists()
    assert not GroupCollectionPermission.objects.filter(group__name__startswith=groups).exists()


def test_table_keeps_its_meaning_after_a_merger(furong):
    education, health = (Unit.objects.get(name=name) for name in ("区教育局", "区卫生健康局"))
    before = dump()
    done = merge(education, health)
    assert find_drift(district=furong) == []
    assert apply_table(district=furong, content=sample_table(), file_name="table.csv").plan.is_empty
    assert UnitAlias.objects.get(name="区教育局").unit == health
    undo_reorganisation(reorganisation=done)
    assert find_drift(district=furong) == []
    assert dump() == before


def test_table_keeps_its_meaning_after_a_rename(furong):
    education = Unit.objects.get(name="区教育局")
    rename_unit(unit=education, new_name="区教育体育局", day=timezone.localdate(), reason=REASON)
    assert find_drift(district=furong) == []
    assert apply_table(district=furong, content=sample_table(), file_name="table.csv").plan.is_empty


# --- taking back --------------------------------------------------------------------------------------------------


@pytest.fixture
def busy(education, health):
    """Content, files and people on both sides."""
    for unit in (education, health):
        make_published(section=section_of(unit, "公共服务"))
        make_draft(section=section_of(unit, "公共服务"))
        make_editor(unit), make_moderator(unit)
    make_published(section=section_of(education, "教育信息"))
    collection = section_of(education, "公共服务").collection
    get_document_model().objects.create(title="附件", collection=collection, file="a.pdf")
    make_membership(make_editor(education), Role.EDITOR, unit=health, starts_on=dt.date(2020, 1, 1))
    make_unit(education.district, parent=education)


def test_undone_merger_leaves_everything_as_it_was(busy, education, health):
    before = dump()
    done = merge(education, health)
    assert dump() != before
    undo_reorganisation(reorganisation=done)
    assert dump() == before


def test_undone_merger_of_several_units_leaves_everything_as_it_was(busy, district, education, health):
    third = make_unit(district)
    make_section(column=Column.objects.get(title="教育信息"), unit=third)
    make_published(section=section_of(third, "教育信息"))
    before = dump()
    day = timezone.localdate()
    undo_reorganisation(reorganisation=merge_units(units=[education, third], into=health, day=day, reason=REASON))
    assert dump() == before


def test_undone_rename_leaves_everything_as_it_was(busy, education):
    before = dump()
    done = rename_unit(unit=education, new_name="区教育体育局", day=timezone.localdate(), reason=REASON)
    assert dump() != before
    undo_reorganisation(reorganisation=done)
    assert dump() == before


def test_preview_says_what_the_act_records_and_changes_nothing(busy, education, health):
    before, numbers_of_people = dump(), education.memberships.count()
    shown = preview(lambda: merge(education, health))
    assert dump() == before
    assert not Reorganisation.objects.exists()
    assert shown.summary == merge(education, health).summary
    numbers = shown.summary["numbers"]
    assert (numbers["pages"], numbers["public"], numbers["sections"], numbers["files"]) == (3, 2, 2, 1)
    assert numbers["people"] == numbers_of_people


def test_undo_is_refused_when_a_row_changed_since(busy, education, health):
    done = merge(education, health)
    membership = Membership.objects.filter(unit=health, ends_on=None).latest("pk")
    membership.ends_on = timezone.localdate()
    membership.save()
    before = dump()
    with pytest.raises(CannotUndo):
        undo_reorganisation(reorganisation=done)
    assert dump() == before


def test_undo_is_refused_while_a_later_one_builds_on_it(education, health):
    done = merge(education, health)
    rename_unit(unit=health, new_name="区教育卫生局", day=timezone.localdate(), reason=REASON)
    with pytest.raises(CannotUndo, match="区教育卫生局"):
        undo_reorganisation(reorganisation=done)


def test_undo_works_once(education, health):
    done = merge(education, health)
    undo_reorganisation(reorganisation=done)
    with pytest.raises(CannotUndo):
        undo_reorganisation(reorganisation=done)


def test_undo_leaves_what_was_written_since(education, health):
    done = merge(education, health)
    section = Section.objects.get(pk=section_of(health, "教育信息").pk)
    page = make_draft(section=section)
    undo_reorganisation(reorganisation=done)
    page.refresh_from_db()
    assert page.unit == education
    assert not Page.find_problems()[0]


# --- renaming -----------------------------------------------------------------------------------------------------


def test_rename_keeps_code_and_old_name(education):
    rename_unit(
        unit=education,
        new_name="区教育体育局",
        new_full_name="长沙市芙蓉区教育体育局",
        day=timezone.localdate(),
        reason=REASON,
    )
    unit = Unit.objects.get(pk=education.pk)
    assert (unit.name, unit.code) == ("区教育体育局", education.code)
    assert UnitAlias.objects.get(name="区教育局").unit == unit
    assert {section.title for section in unit.sections.all()} == {"区教育体育局"}


def test_rename_back_takes_the_alias_away(education):
    day = timezone.localdate()
    rename_unit(unit=education, new_name="区教育体育局", day=day, reason=REASON)
    rename_unit(unit=education, new_name="区教育局", day=day, reason=REASON)
    assert [alias.name for alias in education.aliases.all()] == ["区教育体育局"]


# --- refusals -----------------------------------------------------------------------------------------------------


def test_merge_refuses_what_makes_no_sense(education, health):
    today = timezone.localdate()
    for unit, into, day in [
        (education, education, today),
        (make_unit(), health, today),
        (education, health, today + dt.timedelta(days=1)),
        (make_unit(education.district, active_to=dt.date(2020, 1, 1)), health, today),
        (make_unit(education.district, active_from=today), health, today),
        (education, make_unit(education.district, active_to=dt.date(2020, 1, 1)), today),
    ]:
        with pytest.raises(ValidationError):
            merge(unit, into, day=day)


@pytest.mark.parametrize("name", ["区卫生健康局", "区教育局", "两 个", ""])
def test_rename_refuses_a_name_that_cannot_be(education, health, name):
    with pytest.raises(ValidationError):
        rename_unit(unit=education, new_name=name, day=timezone.localdate(), reason=REASON)


def test_merge_costs_the_same_however_many_pages_move(education, health):
    section, author, costs = section_of(education, "公共服务"), make_editor(education), []
    preview(lambda: merge(education, health))  # fills caches
    for number in (1, 5):
        for _page in range(number):
            make_draft(section=section, author=author)
        with CaptureQueriesContext(connection) as queries:
            preview(lambda: merge(education, health))
        costs.append(len(queries))
    assert costs[0] == costs[1]
