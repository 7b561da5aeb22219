"""Every screen of the admin is absent for people who do not write the table."""

import pytest
from django.test import Client
from django.urls import reverse

from cms.people.enums import Role
from plugins.domain.switching import disable, enable
from tests.factories.people import make_editor, make_person
from tests.factories.tenancy import make_district, make_unit
from tests.factories.tree import make_column, make_home, make_section

from .tables import make_table


def client_of(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def answers(client, page) -> list[int]:
    names = ("import", "workbook")
    listed = client.get(reverse("guide-tables-admin:tables"))
    found = listed.status_code if listed.status_code != 200 or page.title in listed.content.decode() else 0
    return [found, *(client.get(reverse(f"guide-tables-admin:{name}", args=[page.pk])).status_code for name in names)]


def people(district, unit):
    return {
        "its editor": make_editor(unit),
        "its moderator": make_person(Role.MODERATOR, unit=unit),
        "editor of another unit": make_editor(make_unit(district=district)),
        "office": make_person(Role.DISCLOSURE_OFFICE, district=district),
        "reviewer": make_person(Role.CONFIDENTIALITY_REVIEWER, district=district),
        "office elsewhere": make_person(Role.DISCLOSURE_OFFICE, district=make_district()),
    }


def test_who_sees_which_screen(draft, district):
    found = {name: answers(client_of(person), draft) for name, person in people(district, draft.unit).items()}

    assert found == {
        "its editor": [200, 200, 200],
        "its moderator": [200, 200, 200],
        "editor of another unit": [0, 404, 404],
        "office": [200, 404, 404],
        "reviewer": [404, 404, 404],
        "office elsewhere": [404, 404, 404],
    }


def test_rows_are_posted_by_nobody_else(draft, district):
    client = client_of(make_editor(make_unit(district=district)))
    before = draft.latest_revision_id

    response = client.post(reverse("guide-tables-admin:import", args=[draft.pk]), {"text": "学校名称\n甲", "take": "1"})
    draft.refresh_from_db()
    assert (response.status_code, draft.latest_revision_id) == (404, before)


def test_screens_are_absent_where_it_is_off(draft, district):
    disable("guide-tables", district=district, user=None)

    assert answers(client_of(make_editor(draft.unit)), draft) == [404, 404, 404]


def test_table_of_another_district_is_absent(draft, district):
    other = make_district(city=district.city)
    make_home(other)
    enable("guide-tables", district=other, user=None)
    theirs = make_table(make_section(column=make_column(district=other)), title="外区名录")

    assert answers(client_of(make_editor(draft.unit)), theirs) == [0, 404, 404]


@pytest.mark.parametrize("name", ["import", "workbook"])
def test_key_that_no_table_can_have_is_absent(draft, editor, name):
    assert editor.get(reverse(f"guide-tables-admin:{name}", args=[2**63])).status_code == 404


@pytest.mark.parametrize("name", ["import", "workbook"])
def test_visitor_is_sent_to_the_sign_in(draft, visitor, name):
    assert visitor.get(reverse(f"guide-tables-admin:{name}", args=[draft.pk])).status_code == 302
