"""A column that a plug-in proposes goes the way of every column: into a table, which somebody looks at and applies."""

import pytest
from django.test import Client
from django.urls import reverse

from cms.people.enums import Role
from disclosure_pages.responsibility.domain.apply import apply_table
from disclosure_pages.responsibility.domain.pending import keep_pending, pending_of
from disclosure_pages.tree.models import Column, Section
from plugins.domain.switching import disable
from tests.factories.people import make_person
from tests.factories.tenancy import make_unit

TABLE = "一级标题,二级标题,三级标题,责任单位\n通知公告,,,区政府办\n便民服务,办事指南,,区政府办\n".encode()


@pytest.fixture
def offices(two):
    """Both districts with a table and somebody who manages it."""
    made = {}
    for district in (two.here, two.there):
        make_unit(district, name="区政府办", code="zfb")
        make_unit(district, name="区民政局", code="mzj")
        apply_table(district=district, content=TABLE, file_name="table.csv")
        made[district.pk] = make_person(Role.DISCLOSURE_OFFICE, district=district)
    return made


def screen(district, name="district"):
    return reverse(f"gongkai_responsibility:{name}", args=[district.slug])


def client_of(person):
    client = Client()
    client.force_login(person)
    return client


def propose(client, district, *, name="sample.notices", unit="mzj"):
    key = district.units.get(code=unit).pk
    return client.post(screen(district, "propose"), {"name": name, "unit": key})


def confirm(client, district):
    form = client.get(screen(district, "review")).context["confirm_form"]
    return client.post(screen(district, "review"), {"seen": form["seen"].value()})


def test_it_is_offered_where_the_plug_in_is_on(two, offices):
    shown = [
        "便民服务 &gt; 便民公告" in client_of(offices[district.pk]).get(screen(district)).content.decode()
        for district in (two.here, two.there)
    ]

    assert shown == [True, False]


def test_proposed_column_is_made_when_the_plan_is_confirmed(two, offices):
    client = client_of(offices[two.here.pk])
    response = propose(client, two.here)
    before = Column.objects.filter(title="便民公告", district=two.here).count()
    confirm(client, two.here)

    assert (response.url, before) == (screen(two.here, "review"), 0)
    column = Column.objects.get(title="便民公告", district=two.here)
    assert (column.get_parent().title, column.note) == ("便民服务", "样例插件的栏目")
    assert [section.unit.code for section in Section.objects.child_of(column)] == ["mzj"]
    assert set(Column.objects.filter(district=two.here, retired_on=None, title="办事指南")) != set()
    assert "便民公告" not in str(client.get(screen(two.here)).context["proposal"])


def test_column_stays_when_the_plug_in_is_off(two, offices, visitor):
    client = client_of(offices[two.here.pk])
    propose(client, two.here)
    confirm(client, two.here)
    disable("sample", district=two.here, user=None)
    column = Column.objects.get(title="便民公告", district=two.here)

    assert (visitor.get(column.url).status_code, column.retired_on) == (200, None)


def test_table_that_waits_takes_the_column_and_loses_nothing(two, offices):
    person = offices[two.here.pk]
    keep_pending(district=two.here, user=person, content=TABLE + "公示,,,区民政局\n".encode(), file_name="new.csv")
    propose(client_of(person), two.here)
    propose(client_of(person), two.here, unit="zfb")
    lines = bytes(pending_of(district=two.here, user=person).content).decode("utf-8-sig").splitlines()

    assert lines[1:] == [
        "通知公告,,,区政府办,",
        "便民服务,办事指南,,区政府办,",
        "便民服务,便民公告,,区政府办,样例插件的栏目",
        "公示,,,区民政局,",
    ]


def test_table_that_waits_and_is_wrong_is_kept(two, offices):
    person = offices[two.here.pk]
    keep_pending(district=two.here, user=person, content="一级标题\n".encode(), file_name="wrong.csv")
    response = client_of(person).post(
        screen(two.here, "propose"), {"name": "sample.notices", "unit": two.here.units.get(code="mzj").pk}, follow=True
    )

    assert "wrong.csv" in response.content.decode()
    assert bytes(pending_of(district=two.here, user=person).content) == "一级标题\n".encode()


def test_nobody_proposes_what_is_not_offered(two, offices):
    here, there = (client_of(offices[district.pk]) for district in (two.here, two.there))

    assert propose(there, two.there).status_code == 404
    assert propose(there, two.here).status_code == 404
    response = propose(here, two.here, name="sample.other")
    assert (response.status_code, "name" in response.context["proposal"].errors) == (422, True)
    foreign = two.there.units.get(code="mzj").pk
    refused = here.post(screen(two.here, "propose"), {"name": "sample.notices", "unit": foreign})
    assert (refused.status_code, "unit" in refused.context["proposal"].errors) == (422, True)
