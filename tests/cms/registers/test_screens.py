"""Every screen of every register: it opens for whom it should, and what lies in another district looks absent."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.people.enums import Role
from cms.people.models import Membership
from cms.registers.rules import EDITED_IN_DISTRICT, READ_IN_DISTRICT, REGISTERS
from cms.tenancy.models import Unit, UnitCollective
from tests.factories.people import make_person, make_superuser, make_user
from tests.factories.tenancy import make_unit

from .conftest import address, client_of

WHOLE = ["", "create", "import", "changes"]
SINGLE = ["edit", "inspect", "delete", "history"]
HOME = "/admin/"
DISTRICT_REGISTERS = sorted(EDITED_IN_DISTRICT.keys() & set(REGISTERS))  # other rooms have some, too


@pytest.fixture
def office(jia):
    return make_person(Role.DISCLOSURE_OFFICE, "office", district=jia["district"])


def status(user, *parts):
    return client_of(user).get(address(*parts)).status_code


def form_of(row, **changes):
    """What the edit form would post for ``row``."""
    values = {field.name: field.value_from_object(row) for field in row._meta.concrete_fields}
    return {name: value for name, value in {**values, **changes}.items() if value not in (None, "")}


@pytest.mark.parametrize("register", REGISTERS)
def test_screens_open_for_superuser(jia, register):
    client = client_of(make_superuser())
    assert {client.get(address(register, screen)).status_code for screen in WHOLE} == {200}
    assert {client.get(address(register, screen, jia[register].pk)).status_code for screen in SINGLE} == {200}


@pytest.mark.parametrize("register", REGISTERS)
def test_screens_of_an_absent_entry_answer_404(jia, register):
    client = client_of(make_superuser())
    for key in ("999999", "9" * 30, "abc", "-1"):
        assert {client.get(address(register, screen, key)).status_code for screen in SINGLE} == {404}


@pytest.mark.parametrize("register", DISTRICT_REGISTERS)
def test_district_office_reaches_its_own_rows_and_no_others(jia, yi, office, register):
    client = client_of(office)
    assert {client.get(address(register, screen, jia[register].pk)).status_code for screen in SINGLE} == {200}
    assert {client.get(address(register, screen, yi[register].pk)).status_code for screen in SINGLE} == {404}
    assert {client.post(address(register, screen, yi[register].pk)).status_code for screen in SINGLE} == {404}


@pytest.mark.parametrize("register", DISTRICT_REGISTERS)
@pytest.mark.parametrize("screen", ["", "create", "changes", "?export=csv", "?q=yi", "?district=yi"])
def test_district_office_reads_nothing_of_another_district(jia, yi, office, register, screen):
    page = client_of(office).get(address(register) + screen + ("/" if screen in WHOLE[1:] else ""))
    text = page.content.decode("utf-8", "replace")
    assert page.status_code == 200
    assert not [word for word in ("yi局", "yiju", "yi别名", "yi各单位", "yi-editor") if word in text]


@pytest.mark.parametrize("register", ["city", "district"])
@pytest.mark.parametrize("screen", WHOLE)
def test_district_office_has_no_city_or_district_register(office, register, screen):
    response = client_of(office).get(address(register, screen))
    assert (response.status_code, response["Location"]) == (302, HOME)


@pytest.mark.parametrize("role", [Role.EDITOR, Role.MODERATOR])
@pytest.mark.parametrize("register", REGISTERS)
def test_unit_roles_have_no_registers(jia, role, register):
    client = client_of(make_person(role, unit=jia["unit"]))
    assert {client.get(address(register, screen)).status_code for screen in WHOLE} == {302}
    assert {client.get(address(register, screen, jia[register].pk)).status_code for screen in SINGLE} == {404}


@pytest.mark.parametrize("register", REGISTERS)
def test_audit_administrator_reads_and_changes_nothing(jia, register):
    client, row = client_of(make_person(Role.AUDIT_ADMINISTRATOR)), jia[register]
    assert [client.get(address(register, screen)).status_code for screen in WHOLE] == [200, 302, 302, 200]
    assert [client.get(address(register, screen, row.pk)).status_code for screen in SINGLE] == [302, 200, 302, 200]
    client.post(address(register, "delete", row.pk))
    assert type(row).objects.filter(pk=row.pk).exists()


AUDITED = [name for name in REGISTERS if Role.CITY_AUDITOR in READ_IN_DISTRICT[name]]


@pytest.mark.parametrize("register", AUDITED)
def test_city_auditor_reads_the_city_and_changes_nothing(jia, yi, register):
    client, row = client_of(make_person(Role.CITY_AUDITOR, city=jia["city"])), jia[register]
    assert [client.get(address(register, screen)).status_code for screen in WHOLE] == [200, 302, 302, 200]
    assert [client.get(address(register, screen, row.pk)).status_code for screen in SINGLE] == [302, 200, 302, 200]
    assert {client.get(address(register, screen, yi[register].pk)).status_code for screen in SINGLE} == {404}
    client.post(address(register, "delete", row.pk))
    assert type(row).objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("register", AUDITED)
@pytest.mark.parametrize("screen", ["", "changes/", "?export=csv"])
def test_city_auditor_reads_nothing_of_another_city(jia, yi, register, screen):
    page = client_of(make_person(Role.CITY_AUDITOR, city=jia["city"])).get(address(register) + screen)
    text = page.content.decode()
    assert page.status_code == 200
    assert [word for word in ("yi区", "yi局", "yiju", "yi别名", "yi各单位", yi["city"].name) if word in text] == []


@pytest.mark.parametrize("register", ["city", "membership"])
def test_city_auditor_has_neither_the_cities_nor_the_people(jia, register):
    person = make_person(Role.CITY_AUDITOR, city=jia["city"])
    assert (status(person, register), status(person, register, "inspect", jia[register].pk)) == (302, 404)


@pytest.mark.parametrize("register", [name for name in REGISTERS if name != "membership"])
def test_security_administrator_has_memberships_only(jia, register):
    person = make_person(Role.SECURITY_ADMINISTRATOR)
    assert status(person, "membership") == 200
    assert status(person, register) == 302


def test_menu_shows_only_the_registers_of_the_person(office):
    page = client_of(office).get(HOME).content.decode()
    assert '"/admin/registers/units/"' in page
    assert '"/admin/registers/cities/"' not in page


# --- changing -----------------------------------------------------------------------------------------------------


def test_create_unit_in_own_district(jia, office):
    data = {"district": jia["district"].pk, "code": "new1", "name": "新局", "kind": "department"}
    client_of(office).post(address("unit", "create"), data)
    assert Unit.objects.get(code="new1").district == jia["district"]


def test_create_unit_in_another_district_is_refused(yi, office):
    data = {"district": yi["district"].pk, "code": "new1", "name": "新局", "kind": "department"}
    response = client_of(office).post(address("unit", "create"), data)
    assert response.status_code == 200
    assert not Unit.objects.filter(code="new1").exists()


def test_edit_leaves_code_and_district_alone(jia, yi, office):
    data = form_of(jia["unit"], name="改名局", code="other", district=yi["district"].pk)
    client_of(office).post(address("unit", "edit", jia["unit"].pk), data)
    unit = Unit.objects.get(pk=jia["unit"].pk)
    assert (unit.name, unit.code, unit.district) == ("改名局", "jiaju", jia["district"])


def test_edit_cannot_refer_to_another_district(jia, yi, office):
    data = form_of(jia["membership"], unit=yi["unit"].pk)
    client_of(office).post(address("membership", "edit", jia["membership"].pk), data)
    assert Membership.objects.get(pk=jia["membership"].pk).unit == jia["unit"]


def test_history_says_who_changed_what(jia, office):
    client = client_of(office)
    client.post(address("unit", "edit", jia["unit"].pk), form_of(jia["unit"], name="改名局"))
    page = client.get(address("unit", "history", jia["unit"].pk)).content.decode()
    assert "<del>jia局</del> → <ins>改名局</ins>" in page
    assert "office" in page


def test_changes_of_a_register_hold_deletions(jia, office):
    client = client_of(office)
    client.post(address("unitalias", "delete", jia["unitalias"].pk))
    page = client.get(address("unitalias", "changes")).content.decode()
    assert "jia别名" in page


@pytest.mark.parametrize("register", ["city", "district", "unit"])
def test_delete_names_what_stands_in_the_way(jia, register):
    row = jia[register]
    response = client_of(make_superuser()).post(address(register, "delete", row.pk))
    assert response.status_code == 409
    assert "jia" in response.content.decode()
    assert type(row).objects.filter(pk=row.pk).exists()


def test_delete_says_what_goes_along(jia):
    jia["membership"].delete()
    client = client_of(make_superuser())
    assert "jia别名" in client.get(address("unit", "delete", jia["unit"].pk)).content.decode()
    client.post(address("unit", "delete", jia["unit"].pk))
    assert not Unit.objects.exists()


def test_collective_takes_and_loses_members(jia, office):
    other = make_unit(jia["district"], code="other")
    data = {"district": jia["district"].pk, "name": "各局", "member_units": [other.pk]}
    client_of(office).post(address("unitcollective", "edit", jia["unitcollective"].pk), data)
    collective = UnitCollective.objects.get(pk=jia["unitcollective"].pk)
    assert list(collective.units.all()) == [other]


def test_collective_members_can_be_confirmed(jia, office):
    data = {"district": jia["district"].pk, "name": "各局", "member_units": [jia["unit"].pk], "confirmed": "on"}
    client_of(office).post(address("unitcollective", "edit", jia["unitcollective"].pk), data)
    assert not jia["unitcollective"].members.get().is_sample


# --- memberships --------------------------------------------------------------------------------------------------


def test_membership_given_on_screen_counts_at_once(jia, office):
    person = make_user("li")
    data = {"user": person.pk, "role": Role.EDITOR, "unit": jia["unit"].pk}
    client_of(office).post(address("membership", "create"), data)
    assert person.groups.filter(name="gongkai:unit:jia:jiaju:editor").exists()


def test_membership_deleted_on_screen_is_gone_at_once(jia, office):
    person = jia["membership"].user
    client_of(office).post(address("membership", "delete", jia["membership"].pk))
    assert not person.groups.exists()


@pytest.mark.parametrize("role", [Role.DISCLOSURE_OFFICE, Role.SYSTEM_ADMINISTRATOR])
def test_district_office_gives_only_unit_roles(jia, office, role):
    person = make_user("li")
    client_of(office).post(address("membership", "create"), {"user": person.pk, "role": role})
    assert not person.memberships.exists()


@pytest.mark.parametrize("role", [Role.SECURITY_ADMINISTRATOR, Role.SYSTEM_ADMINISTRATOR])
def test_nobody_gives_anything_to_themselves(db, role):
    person = make_person(role)
    client_of(person).post(address("membership", "create"), {"user": person.pk, "role": Role.OPERATOR})
    assert person.memberships.count() == 1


def test_own_membership_cannot_be_edited(db):
    person = make_person(Role.SECURITY_ADMINISTRATOR)
    own = person.memberships.get()
    assert status(person, "membership", "inspect", own.pk) == 200
    assert status(person, "membership", "edit", own.pk) == 302


def test_separated_roles_do_not_meet_on_screen(db):
    person = make_person(Role.AUDIT_ADMINISTRATOR)
    client = client_of(make_person(Role.SECURITY_ADMINISTRATOR))
    client.post(address("membership", "create"), {"user": person.pk, "role": Role.SYSTEM_ADMINISTRATOR})
    assert person.memberships.count() == 1


def test_people_of_other_districts_are_not_offered(jia, yi, office):
    make_user("newcomer")
    page = client_of(office).get(address("membership", "create")).content.decode()
    assert "newcomer" in page
    assert "yi-editor" not in page


@pytest.mark.parametrize("query", ["user__password__startswith=md5", "user__password__startswith=no", "zz=1"])
def test_list_answers_no_questions_about_other_fields(jia, query):
    """Both questions about the password get the same list."""
    page = client_of(make_superuser()).get(address("membership") + f"?{query}")
    assert "jia-editor" in page.content.decode()


@pytest.mark.parametrize("query", ["is_sample__exact=zz", "o=99.x", "p=999", "p=x", "p=-1", "export=pdf", "q=%00"])
def test_list_survives_nonsense_in_its_address(jia, query):
    assert client_of(make_superuser()).get(address("unitalias") + f"?{query}", follow=True).status_code == 200


def test_list_costs_the_same_whatever_its_length(jia, office):
    client, costs = client_of(office), []
    for number in (1, 3):
        make_unit(jia["district"], code=f"more{number}")
        with CaptureQueriesContext(connection) as queries:
            client.get(address("unit"))
        costs.append(len(queries))
    assert costs[0] == costs[1]
