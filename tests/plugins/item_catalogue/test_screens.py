"""The catalogue where it is on: what readers see and find, and what the office publishes."""

import datetime as dt
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from cms.people.enums import Role
from plugins.contrib.item_catalogue.domain.importing import import_catalogue
from plugins.contrib.item_catalogue.domain.publishing import publish_version
from plugins.contrib.item_catalogue.models import Catalogue
from plugins.domain.switching import enable
from tests.factories.people import make_person
from tests.factories.tenancy import make_district
from tests.factories.tree import make_home

from .rows import make_entry, make_sheet

ENTRIES = (
    make_entry("养老机构名录", number="1", content="机构名称、地址、电话", basis="《养老机构管理办法》"),
    make_entry("高龄津贴", number="2", content="申领条件、发放标准", limit="及时公开"),
)


@pytest.fixture
def draft(district, field) -> Catalogue:
    make_home(district)
    enable("item-catalogue", district=district, user=None)
    return import_catalogue(field=field, owner=district, sheet=make_sheet(*ENTRIES)).catalogue


@pytest.fixture
def published(draft) -> Catalogue:
    return publish_version(catalogue=draft, effective_from=dt.date(2026, 1, 1))


@pytest.fixture
def office(district) -> Client:
    client = Client()
    client.force_login(make_person(Role.DISCLOSURE_OFFICE, district=district))
    return client


def read(path: str, **query: str) -> str:
    response = Client(headers={"host": "localhost"}).get(path, query)
    assert response.status_code == 200
    return response.content.decode()


def test_field_is_listed_and_opened(published):
    assert '<a href="elderly-care/">养老服务</a>' in read("/jia/item-catalogue/")
    html = read("/jia/item-catalogue/elderly-care/")
    texts = ("养老机构名录", "机构名称、地址、电话", "《养老机构管理办法》", "2026-01-01", "主动")
    assert [text for text in texts if text not in html] == []


def test_home_leads_to_it(published):
    assert 'href="item-catalogue/elderly-care/"' in read("/jia/")


def test_draft_is_not_public(draft):
    assert "item-catalogue" not in read("/jia/")
    assert "尚无" in read("/jia/item-catalogue/")
    assert Client(headers={"host": "localhost"}).get("/jia/item-catalogue/elderly-care/").status_code == 404


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"q": "津贴"}, [False, True]),
        ({"q": "养老机构 电话"}, [True, False]),
        ({"method": "proactive"}, [True, True]),
        ({"method": "on_request"}, [False, False]),
        ({"method": "nothing"}, [True, True]),
    ],
)
def test_items_are_narrowed(published, query, shown):
    html = read("/jia/item-catalogue/elderly-care/", **query)

    assert [name in html for name in ("养老机构名录", "高龄津贴")] == shown


def test_catalogue_is_taken_along(published, office):
    visitor = Client(headers={"host": "localhost"})
    for client, path in (
        (visitor, "/jia/item-catalogue/elderly-care/catalogue.xlsx"),
        (office, reverse("item-catalogue-admin:file", args=[published.pk, "xlsx"])),
    ):
        sheet = load_workbook(BytesIO(client.get(path).content)).active
        assert "高龄津贴" in {cell.value for row in sheet.iter_rows() for cell in row}
    assert visitor.get("/jia/item-catalogue/elderly-care/catalogue.docx").status_code == 200
    assert office.get(reverse("item-catalogue-admin:file", args=[published.pk, "exe"])).status_code == 404


def test_number_of_queries_does_not_depend_on_the_items(draft, district, field, django_assert_num_queries):
    publish_version(catalogue=draft, effective_from=dt.date(2026, 1, 1))
    client = Client(headers={"host": "localhost"})
    client.get("/jia/item-catalogue/elderly-care/")
    with django_assert_num_queries(9):
        client.get("/jia/item-catalogue/elderly-care/")
    more = make_sheet(*ENTRIES, *(make_entry(f"事项{number}", number=str(number)) for number in range(3, 9)))
    second = import_catalogue(field=field, owner=district, sheet=more).catalogue
    publish_version(catalogue=second, effective_from=dt.date(2026, 2, 1))
    with django_assert_num_queries(9):
        client.get("/jia/item-catalogue/elderly-care/")


def test_office_publishes(draft, office):
    screen, act = reverse("item-catalogue-admin:catalogues"), reverse("item-catalogue-admin:publish", args=[draft.pk])
    assert "养老服务" in office.get(screen).content.decode()
    assert "2026-03-31" in office.post(act, {"effective_from": "soon"}, follow=True).content.decode()
    office.post(act, {"effective_from": "2026-03-01"})

    draft.refresh_from_db()
    assert (draft.is_draft, draft.effective_from) == (False, dt.date(2026, 3, 1))


def test_publishing_is_for_the_office_of_the_district(draft, district):
    act = reverse("item-catalogue-admin:publish", args=[draft.pk])
    for person in (
        make_person(Role.CITY_AUDITOR, city=district.city),
        make_person(Role.DISCLOSURE_OFFICE, district=make_district()),
    ):
        client = Client()
        client.force_login(person)
        assert client.post(act, {"effective_from": "2026-03-01"}).status_code == 404


def test_empty_screen_says_what_to_do_next(district, office):
    enable("item-catalogue", district=district, user=None)

    html = office.get(reverse("item-catalogue-admin:catalogues")).content.decode()
    assert ("尚无目录" in html, f'href="{reverse("item-catalogue-admin:import")}"' in html) == (True, True)
