"""The plug-in in the admin: its own screens, and the screens that look after it."""

import pytest
from django.test import Client
from django.urls import reverse

from cms.people.enums import Role
from plugins.calling import Kind, Trouble, tell
from plugins.models import Activation, Incident
from tests.factories.people import make_editor, make_person

SCREEN = "/admin/plug-ins/sample/"


def as_person(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def editors(two):
    return [as_person(make_editor(two.notice(place).unit)) for place in (two.here, two.there)]


def test_screen_is_there_for_people_who_work_where_it_is_on(editors):
    assert [client.get(SCREEN).status_code for client in editors] == [200, 404]
    assert "停水公告" in editors[0].get(SCREEN).content.decode()


def test_menu_leads_to_it_for_the_same_people(editors):
    assert [SCREEN in client.get("/admin/").content.decode() for client in editors] == [True, False]


def test_screen_asks_for_a_role(two):
    reviewer = make_person(Role.CONFIDENTIALITY_REVIEWER, district=two.here)

    assert as_person(reviewer).get(SCREEN).status_code == 404


def test_desk_shows_the_pile(two, editors):
    notice = two.notice(two.here)
    type(notice).objects.filter(pk=notice.pk).update(live=False)

    assert ["未发布的便民公告" in client.get("/admin/").content.decode() for client in editors] == [True, False]


def test_office_switches_in_its_own_district(two):
    office = as_person(make_person(Role.DISCLOSURE_OFFICE, district=two.there))
    url = reverse("gongkai_plugins:switch", args=["sample"])

    assert "样例插件" in office.get(reverse("gongkai_plugins:index")).content.decode()
    assert office.post(url, {"district": two.there.pk, "is_on": "yes"}).status_code == 302
    assert office.post(url, {"district": two.here.pk, "is_on": "no"}).status_code == 404
    assert office.post(url, {"district": "", "is_on": "yes"}).status_code == 404
    assert dict(Activation.objects.values_list("district", "is_on")) == {two.here.pk: True, two.there.pk: True}


def test_screens_are_absent_for_others(two):
    editor = as_person(make_editor(two.notice(two.here).unit))
    urls = [reverse("gongkai_plugins:index"), reverse("gongkai_plugins:plugin", args=["sample"])]

    assert [editor.get(url).status_code for url in urls] == [404, 404]
    assert editor.post(reverse("gongkai_plugins:forget", args=["sample"])).status_code == 404


def test_operator_sees_what_went_wrong_and_takes_it_off(two):
    tell(Trouble("sample", "slot_parts.greeting", Kind.RAISED, "ValueError: no"))
    operator, office = (
        as_person(person)
        for person in (make_person(Role.OPERATOR), make_person(Role.DISCLOSURE_OFFICE, district=two.here))
    )
    url = reverse("gongkai_plugins:plugin", args=["sample"])

    assert ["ValueError: no" in client.get(url).content.decode() for client in (operator, office)] == [True, False]
    assert operator.post(reverse("gongkai_plugins:forget", args=["sample"])).status_code == 302
    assert Incident.objects.count() == 0


def test_plug_in_page_says_what_it_brings(two):
    office = as_person(make_person(Role.DISCLOSURE_OFFICE, district=two.here))
    html = office.get(reverse("gongkai_plugins:plugin", args=["sample"])).content.decode()

    assert all(
        text in html for text in ("便民公告清单", "便民公告及其要点", "1.2.0", "便民公告: 1", f"{two.here.name}")
    )
    assert office.get(reverse("gongkai_plugins:plugin", args=["nothing"])).status_code == 404


def test_page_leads_to_the_screen_about_it_where_the_plug_in_is_on(two, editors):
    def shown(client, place):
        page = two.notice(place)
        edit = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        return f"{SCREEN}pages/{page.pk}/" in edit.content.decode()

    assert [shown(client, place) for client, place in zip(editors, (two.here, two.there), strict=True)] == [True, False]
    assert editors[0].get(f"{SCREEN}pages/{two.notice(two.there).pk}/").status_code == 404
