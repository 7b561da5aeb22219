"""The public page of an item, its codes, what content says of it, the API; and the screens that look after it."""

import datetime as dt
import json

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.people.enums import Role
from plugins.contrib.item_catalogue.domain.importing import import_catalogue
from plugins.contrib.item_catalogue.domain.linking import link_pages, link_service
from plugins.contrib.item_catalogue.domain.publishing import publish_version
from plugins.contrib.item_catalogue.models import Item, ItemLink
from plugins.contrib.item_catalogue.permalinks import key_of
from tests.factories.documents import document_section, make_document_draft
from tests.factories.pages import make_draft, publish
from tests.factories.people import make_editor, make_person
from tests.factories.tenancy import make_district

from .living import make_live
from .rows import make_entry, make_sheet

CATALOGUE = "/jia/item-catalogue/elderly-care/"
COVERAGE = "/api/public/v1/plug-ins/item-catalogue/jia/coverage"


@pytest.fixture
def live(district, field):
    return make_live(district, field)


@pytest.fixture
def office(district):
    return make_person(Role.DISCLOSURE_OFFICE, district=district)


@pytest.fixture
def page(live, office):
    """Public content that is linked, beside a draft that is linked too."""
    page = live.publish("养老机构一览", made="2026-03-02", on="2026-03-03")
    draft = make_draft("内部草稿", section=live.section)
    link_pages(district=live.district, identity=live.item().identity, keys=[page.pk, draft.pk], user=office)
    return page


@pytest.fixture
def visitor():
    return Client(headers={"host": "localhost"})


def as_person(person):
    client = Client()
    client.force_login(person)
    return client


def address(live, name="养老机构名录"):
    return f"{CATALOGUE}{key_of(live.item(name).identity)}/"


def test_item_page_says_what_it_is_and_what_there_is(live, page, visitor):
    html = visitor.get(address(live)).content.decode()

    texts = (
        "养老机构名录",
        "《养老机构管理办法》",
        "养老机构一览",
        "2026-03-02",
        "<svg",
        'href="qr.png"',
        "20 个工作日内",
    )
    assert [text for text in texts if text not in html] == []
    assert "内部草稿" not in html


def test_item_without_publications_leads_on(live, visitor):
    html = visitor.get(address(live)).content.decode()

    assert "尚未发布" in html
    assert 'href="../"' in html


def test_long_address_leads_to_the_short_one(live, visitor):
    identity = live.item().identity
    for key in (identity, identity.hex):
        response = visitor.get(f"{CATALOGUE}{key}/")
        assert (response.status_code, response["Location"]) == (301, address(live))


def test_item_that_is_nowhere_is_absent(live, visitor):
    assert visitor.get(f"{CATALOGUE}{'0' * 12}/").status_code == 404
    assert visitor.get(f"/jia/item-catalogue/health/{key_of(live.item().identity)}/").status_code == 404


def test_item_of_a_draft_is_absent(live, field, visitor):
    import_catalogue(field=field, owner=live.district, sheet=make_sheet(make_entry("未定事项")))

    assert visitor.get(address(live, "未定事项")).status_code == 404


def test_item_that_is_gone_says_so(live, field, visitor):
    gone = address(live)
    second = import_catalogue(field=field, owner=live.district, sheet=make_sheet(make_entry("高龄津贴"))).catalogue
    publish_version(catalogue=second, effective_from=dt.date(2026, 2, 1))

    response = visitor.get(gone)
    assert (response.status_code, "已不在目录中" in response.content.decode()) == (410, True)


def test_item_that_came_back_under_another_name_is_led_to(live, field, visitor):
    origin, gone = live.item("高龄津贴").identity, address(live)
    second = import_catalogue(field=field, owner=live.district, sheet=make_sheet(make_entry("机构名录"))).catalogue
    Item.objects.filter(second__endswith="机构名录").update(origin=origin)
    publish_version(catalogue=second, effective_from=dt.date(2026, 2, 1))

    response = visitor.get(gone)
    assert (response.status_code, response["Location"]) == (302, address(live, "机构名录"))


def test_act_leads_to_the_public_document_of_the_city(live, visitor):
    document = make_document_draft("养老机构管理办法", section=document_section(unit=live.section.unit))
    assert "《养老机构管理办法》</a>" not in visitor.get(address(live)).content.decode()

    publish(document)
    assert (
        f'<a href="{document.get_url()}">《养老机构管理办法》</a>第三条' in visitor.get(address(live)).content.decode()
    )


def test_catalogue_shows_counts_and_leads_to_items(live, page, visitor):
    html = visitor.get(CATALOGUE).content.decode()

    assert f'href="{key_of(live.item().identity)}/"' in html
    assert "1 条公开信息" in html


@pytest.mark.parametrize(("file_format", "begins"), [("svg", b"<?xml"), ("png", b"\x89PNG")])
def test_codes_are_taken_along(live, visitor, file_format, begins):
    for path in (f"{CATALOGUE}qr.{file_format}", f"{address(live)}qr.{file_format}"):
        assert visitor.get(path).content.startswith(begins)
    assert visitor.get(f"{CATALOGUE}{'0' * 12}/qr.{file_format}").status_code == 404


def test_content_says_to_which_item_it_belongs(live, page, visitor):
    html = visitor.get(page.get_url()).content.decode()

    assert f'href="../../item-catalogue/elderly-care/{key_of(live.item().identity)}/"' in html


def test_api_tells_items_and_coverage(live, page, visitor):
    items = visitor.get("/api/public/v1/plug-ins/item-catalogue/jia/fields/elderly-care/items").json()
    assert [(one["second"], one["publications"], one["state"]) for one in items] == [
        ("养老机构名录", 1, "kept"),
        ("高龄津贴", 0, "none"),
        ("适老化改造", 0, "none"),
    ]
    rows = visitor.get(COVERAGE).json()
    assert [(one["key"], one["items"], one["published"]) for one in rows] == [("elderly-care", 3, 1), ("", 3, 1)]
    assert visitor.get(COVERAGE.replace("jia", "nowhere")).status_code == 404
    assert visitor.get(COVERAGE, {"by": "city"}).status_code == 422


def test_command_agrees_with_the_screen(live, page, office, capsys):
    call_command("items", "coverage", "--district", "jia", "--json")
    total = json.loads(capsys.readouterr().out)["total"]
    context = as_person(office).get(reverse("item-catalogue-admin:coverage")).context

    assert {name: getattr(context["total"], name) for name in ("items", "published", "measurable", "kept")} == {
        name: total[name] for name in ("items", "published", "measurable", "kept")
    }
    assert (total["items"], total["published"], total["measurable"], total["kept"]) == (3, 1, 1, 1)


@pytest.mark.parametrize("table", ["coverage", "items"])
def test_tables_are_taken_along(live, page, office, table):
    client = as_person(office)
    text = client.get(reverse("item-catalogue-admin:coverage_file", args=[table, "csv"])).content.decode("utf-8-sig")
    assert "养老服务" in text
    assert client.get(reverse("item-catalogue-admin:coverage_file", args=[table, "xlsx"])).content[:2] == b"PK"
    for args in ([table, "exe"], [f"{table}s", "csv"]):
        assert client.get(reverse("item-catalogue-admin:coverage_file", args=args)).status_code == 404


def test_coverage_is_for_the_office_and_the_city(live, page, city, office):
    url = reverse("item-catalogue-admin:coverage")
    people = (
        office,
        make_person(Role.CITY_AUDITOR, city=city),
        make_editor(live.section.unit),
        make_person(Role.DISCLOSURE_OFFICE, district=make_district(city=city)),
    )
    assert [as_person(person).get(url).status_code for person in people] == [200, 200, 404, 404]


def test_coverage_takes_the_same_queries_for_more(live, page, office, django_assert_num_queries):
    client, url = as_person(office), reverse("item-catalogue-admin:coverage")
    link_pages(district=live.district, identity=live.item().identity, keys=[live.column.pk], user=office)
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        client.get(url)
    link_pages(district=live.district, identity=live.item("高龄津贴").identity, keys=[live.column.pk], user=office)
    live.publish("津贴", made="2026-03-02", on="2026-03-03")
    with django_assert_num_queries(len(captured)):
        client.get(url)


def test_items_are_narrowed_by_state(live, page, office):
    found = as_person(office).get(reverse("item-catalogue-admin:items"), {"state": "none"}).context["page"]

    assert [one.item.second for one in found.object_list] == ["高龄津贴", "适老化改造"]


def test_office_finds_and_links_many_at_once(live, office):
    pages = [live.publish(f"津贴公示{number}", made="2026-03-02", on="2026-03-03") for number in (1, 2)]
    client, url = as_person(office), reverse("item-catalogue-admin:item", args=[live.item().identity])
    assert "津贴公示2" in client.get(url, {"q": "津贴 公示"}).content.decode()

    client.post(url, {"act": "link", "pages": [page.pk for page in pages]})
    assert set(ItemLink.objects.values_list("page", flat=True)) == {page.pk for page in pages}
    client.post(url, {"act": "service", "title": "办理", "url": "https://example.org/"})
    client.post(url, {"act": "service", "title": "办理", "url": "javascript:alert(1)"})
    assert list(ItemLink.objects.filter(kind="service").values_list("url", flat=True)) == ["https://example.org/"]
    client.post(url, {"act": "unlink", "link": ItemLink.objects.filter(page=pages[0]).get().pk})
    assert ItemLink.objects.count() == 2


def test_service_with_a_wrong_address_keeps_what_was_written(live, office):
    url = reverse("item-catalogue-admin:item", args=[live.item().identity])
    response = as_person(office).post(url, {"act": "service", "title": "办理补贴", "url": "no address"})

    assert (response.status_code, "办理补贴" in response.content.decode()) == (200, True)


def test_page_leads_to_its_items_and_is_linked_there(live, page):
    client = as_person(make_editor(page.unit))
    url = reverse("item-catalogue-admin:page", args=[page.pk])
    assert url in client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "高龄津贴" in client.get(url, {"q": "津贴"}).content.decode()

    client.post(url, {"act": "link", "items": [live.item("高龄津贴").identity, "nonsense"]})
    assert ItemLink.objects.filter(page=page).count() == 2
    client.post(url, {"act": "unlink", "link": ItemLink.objects.filter(page=page).first().pk})
    assert ItemLink.objects.filter(page=page).count() == 1


def test_page_of_others_is_absent(live, page):
    url = reverse("item-catalogue-admin:page", args=[page.pk])
    elsewhere = make_live(make_district(), live.item().catalogue.field)
    for person in (
        make_editor(elsewhere.section.unit),
        make_person(Role.DISCLOSURE_OFFICE, district=elsewhere.district),
    ):
        assert as_person(person).get(url).status_code == 404
        assert as_person(person).post(url, {"act": "link", "items": [live.item().identity]}).status_code == 404


def test_item_of_another_district_is_absent(live, page):
    url = reverse("item-catalogue-admin:item", args=[live.item().identity])
    elsewhere = make_live(make_district(), live.item().catalogue.field)
    person = make_person(Role.DISCLOSURE_OFFICE, district=elsewhere.district)

    assert as_person(person).get(url).status_code == 404


def test_service_is_shown_to_readers(live, office, visitor):
    link_service(
        district=live.district, identity=live.item().identity, title="网上办理", url="https://example.org/", user=office
    )

    assert "网上办理" in visitor.get(address(live)).content.decode()
