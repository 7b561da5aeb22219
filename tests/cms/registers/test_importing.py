"""Planning and applying an import: outcomes, messages, and that nothing is half-written."""

import datetime as dt

import pytest

from cms.people.enums import Role
from cms.people.models import Membership
from cms.registers.domain.exporting import export_register
from cms.registers.domain.importing import ImportRefusedError, apply_import, plan_import
from cms.registers.domain.plan import Outcome
from cms.registers.domain.scope import visible_to
from cms.registers.resources import (
    CalendarDayResource,
    CollectiveMemberResource,
    MembershipResource,
    UnitAliasResource,
    UnitResource,
)
from cms.registers.sheets import FileRefused, read_sheet
from cms.tenancy.enums import UnitKind
from cms.tenancy.models import CollectiveMember, Unit, UnitAlias
from tests.factories.people import make_editor, make_person, make_superuser, make_user
from tests.factories.tenancy import make_collective, make_district, make_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def root():
    return make_superuser()


@pytest.fixture
def furong():
    return make_district(name="芙蓉区", slug="furong")


def sheet(text):
    return read_sheet(text.encode())


def plan(resource, user, text):
    return plan_import(resource=resource(user=user), sheet=sheet(text))


def run(resource, user, text):
    digest = plan(resource, user, text).digest
    return apply_import(resource=resource(user=user, reason="test"), sheet=sheet(text), digest=digest)


def problems(resource, user, text):
    return [(problem.row, problem.heading) for problem in plan(resource, user, text).problems]


UNITS = "区县标识,单位代码,单位名称,单位类别,上级单位代码,启用日期\n"


def test_import_says_what_is_new_changed_and_unchanged(root, furong):
    make_unit(furong, code="a1", name="甲局")
    make_unit(furong, code="b1", name="乙局", kind=UnitKind.INSTITUTION)
    text = (
        UNITS
        + "furong,a1,甲局,department,,\nfurong,b1,乙中心,institution,,\nfurong,c1,丙局,department,a1,2026年1月2日\n"
    )
    rows = plan(UnitResource, root, text).rows
    assert [(row.number, row.outcome) for row in rows] == [
        (2, Outcome.UNCHANGED),
        (3, Outcome.CHANGED),
        (4, Outcome.NEW),
    ]
    assert [(change.heading, change.before, change.after) for change in rows[1].changes] == [
        ("单位名称", "乙局", "乙中心")
    ]


def test_plan_writes_nothing(root, furong):
    plan(UnitResource, root, UNITS + "furong,c1,丙局,department,,\n")
    assert not Unit.objects.exists()
    assert not Unit.history.exists()


def test_import_writes_rows_with_their_history(root, furong):
    run(UnitResource, root, UNITS + "furong,a1,甲局,department,,\nfurong,c1,丙局,Subdistrict,a1,2026/1/2\n")
    unit = Unit.objects.get(code="c1")
    assert (unit.name, unit.kind, unit.parent, unit.active_from) == (
        "丙局",
        "subdistrict",
        Unit.objects.get(code="a1"),
        dt.date(2026, 1, 2),
    )
    assert unit.history.get().history_change_reason == "test"


def test_import_with_one_error_writes_nothing(root, furong):
    text = UNITS + "furong,c1,丙局,department,,\nfurong,d1,,department,,\n"
    with pytest.raises(ImportRefusedError):
        run(UnitResource, root, text)
    assert not Unit.objects.exists()


@pytest.mark.parametrize(
    ("row", "heading"),
    [
        ("yuhua,c1,丙局,department,,", "区县标识"),
        (",c1,丙局,department,,", "区县标识"),
        ("furong,,丙局,department,,", "单位代码"),
        ("furong,c 1,丙局,department,,", "单位代码"),
        ("furong,c1,,department,,", "单位名称"),
        ("furong,c1,丙、丁,department,,", "单位名称"),
        ("furong,c1,丙局,没有这种,,", "单位类别"),
        ("furong,c1,丙局,department,zz,", "上级单位代码"),
        ("furong,c1,丙局,department,,2026-13-01", "启用日期"),
        ("furong,c1,丙局,department,,明天", "启用日期"),
        ("furong,c1,丙局,department,,0202-01-02", "启用日期"),
        ("furong,c1,丙局,department,,9999/1/2", "启用日期"),
    ],
)
def test_error_names_row_and_heading(root, furong, row, heading):
    found = plan(UnitResource, root, UNITS + row + "\n").problems
    assert (2, heading) in [(problem.row, problem.heading) for problem in found]
    assert all(problem.message and problem.remedy for problem in found)


def test_calendar_day_without_a_day_is_told_to_fill_it_in(root):
    [problem] = plan(CalendarDayResource, root, "日期,工作日,名称\n,否,元旦\n2027-01-02,否,元旦\n").problems
    told = (problem.row, problem.heading, problem.message, problem.remedy)
    assert told == (2, "日期", "单元格为空。", "请填写。")


def test_error_reports_every_cell_of_a_row(root, furong):
    assert problems(UnitResource, root, UNITS + "furong,c1,,没有,,明天\n") == [
        (2, "单位类别"),
        (2, "启用日期"),
        (2, "单位名称"),
    ]


def test_unknown_reference_proposes_the_nearest(root, furong):
    [problem] = plan(UnitResource, root, UNITS + "furnog,c1,丙局,department,,\n").problems[:1]
    assert "furong" in problem.remedy


def test_two_rows_about_one_entry_are_an_error(root, furong):
    text = UNITS + "furong,c1,丙局,department,,\nfurong,ｃ１,丁局,department,,\n"
    assert problems(UnitResource, root, text) == [(3, "")]


def test_headings_are_taken_by_name_and_unknown_ones_are_named(root, furong):
    assert not plan(UnitResource, root, "district,CODE,name\nfurong,c1,丙局\n").has_errors
    with pytest.raises(FileRefused) as refusal:
        plan(UnitResource, root, "区县标识,单位编码,单位名称\nfurong,c1,丙局\n")
    assert "单位编码" in refusal.value.messages[0]
    assert "单位代码" in refusal.value.messages[1]


def test_apply_refuses_when_the_register_changed_since_the_preview(root, furong):
    text = UNITS + "furong,c1,丙局,department,,\n"
    digest = plan(UnitResource, root, text).digest
    make_unit(furong, code="c1", name="别的局")
    with pytest.raises(ImportRefusedError):
        apply_import(resource=UnitResource(user=root), sheet=sheet(text), digest=digest)
    assert Unit.objects.get().name == "别的局"


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_export_comes_back_unchanged(root, furong, file_format):
    first = make_unit(furong, code="a1", name="甲局", full_name="=HYPERLINK(1)", active_from=dt.date(2026, 1, 1))
    make_unit(furong, code="b1", name="乙局", parent=first)
    content = export_register(resource=UnitResource(user=root), rows=Unit.objects.all(), file_format=file_format)
    result = plan_import(resource=UnitResource(user=root), sheet=read_sheet(content))
    assert [row.outcome for row in result.rows] == [Outcome.UNCHANGED] * 2


def test_alias_and_member_are_found_by_unit_code(root, furong):
    unit = make_unit(furong, code="a1")
    make_unit(make_district(), code="a1")
    make_collective(furong, name="各部门")
    run(UnitAliasResource, root, "区县标识,单位代码,别名,示例\nfurong,a1,甲,是\n")
    run(CollectiveMemberResource, root, "区县标识,集合单位,单位代码\nfurong,各部门,a1\n")
    assert UnitAlias.objects.get().unit == unit
    assert CollectiveMember.objects.get().unit == unit


# --- memberships --------------------------------------------------------------------------------------------------

PLACES = "用户名,角色,区县标识,单位代码,起始日期\n"


def test_membership_import_gives_rights_at_once(root, furong):
    make_unit(furong, code="a1")
    person = make_user("li")
    run(MembershipResource, root, PLACES + "li,editor,furong,a1,2020-01-01\n")
    assert person.groups.filter(name="gongkai:unit:furong:a1:editor").exists()


def test_membership_import_of_a_district_role(root, furong):
    make_user("li")
    run(MembershipResource, root, PLACES + "li,disclosure_office,furong,,\n")
    assert Membership.objects.get().district == furong


def test_membership_import_respects_the_separation_of_duties(root):
    make_user("li")
    text = PLACES + "li,system_admin,,,\nli,audit_admin,,,\n"
    assert problems(MembershipResource, root, text) == [(3, "角色")]


def test_membership_import_refuses_a_role_without_its_place(root, furong):
    make_user("li")
    assert (2, "单位代码") in problems(MembershipResource, root, PLACES + "li,editor,,,\n")


@pytest.mark.parametrize(
    ("row", "heading"),
    [
        ("li,editor,yuhua,b1,", "区县标识"),  # another district
        ("li,disclosure_office,furong,,", ""),  # a role that it does not give
        ("li,system_admin,,,", ""),
        ("wang,editor,furong,a1,", "用户名"),  # a person of another district
        ("office,editor,furong,a1,", "用户名"),  # itself
    ],
)
def test_district_office_imports_only_its_own(furong, row, heading):
    office = make_person(Role.DISCLOSURE_OFFICE, "office", district=furong)
    make_unit(furong, code="a1")
    make_editor(make_unit(make_district(slug="yuhua"), code="b1"), "wang")
    make_user("li")
    assert (2, heading) in problems(MembershipResource, office, PLACES + row + "\n")


def test_district_office_imports_an_editor_of_its_district(furong):
    office = make_person(Role.DISCLOSURE_OFFICE, "office", district=furong)
    make_unit(furong, code="a1")
    make_user("li")
    assert not plan(MembershipResource, office, PLACES + "li,editor,furong,a1,\n").has_errors


def test_security_administrator_gives_nothing_to_itself():
    person = make_person(Role.SECURITY_ADMINISTRATOR, "sec")
    assert problems(MembershipResource, person, PLACES + "sec,operator,,,\n") == [(2, "用户名")]


def test_system_administrator_gives_none_of_the_separated_roles():
    person = make_person(Role.SYSTEM_ADMINISTRATOR)
    make_user("li")
    assert problems(MembershipResource, person, PLACES + "li,security_admin,,,\n") == [(2, "")]


def test_export_of_a_district_office_holds_its_district_only(furong):
    office = make_person(Role.DISCLOSURE_OFFICE, district=furong)
    make_editor(make_unit(furong, name="甲局"), "li")
    make_editor(make_unit(name="乙局"), "wang")
    rows = visible_to(office, Membership)
    content = export_register(resource=MembershipResource(user=office), rows=rows, file_format="csv").decode()
    assert "li" in content
    assert "wang" not in content
