"""Import by screen: what is recognised, what a person says of it, and what is taken over."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from cms.people.enums import Role
from plugins.contrib.item_catalogue.models import Catalogue, PendingFile
from tests.factories.people import make_person
from tests.factories.tenancy import make_district, make_unit

from .catalogues import merged_workbook, saved
from .rows import contents

UPLOAD = "item-catalogue-admin:import"


def client_of(*args, **kwargs) -> Client:
    client = Client()
    client.force_login(make_person(*args, **kwargs))
    return client


@pytest.fixture
def office(district, on) -> Client:
    return client_of(Role.DISCLOSURE_OFFICE, district=district)


def workbook(*rows, title="样例县养老服务领域基层政务公开标准目录", headings=("序号", "公开事项", "公开内容")) -> bytes:
    book = Workbook()
    for row in ([title], [*headings, "公开依据", "公开时限"], *rows):
        book.active.append(row)
    return saved(book)


def upload(client: Client, owner, content: bytes = b"") -> str:
    """Address of the review."""
    file = SimpleUploadedFile("目录.xlsx", content or merged_workbook())
    kind = type(owner).__name__.lower()
    response = client.post(reverse(UPLOAD), {"owner": f"{kind}:{owner.pk}", "file": file})
    assert response.status_code == 302, response.content.decode()
    return response.url


def sent(client: Client, address: str, act: str = "take", **said: str):
    """Send the form of the review as it is shown, with what the person says besides."""
    context = client.get(address).context
    shown = {name: context["form"][name].value() for name in context["form"].fields}
    return client.post(address, {**shown, "seen": context["found"].seen, "act": act, **said}, follow=True)


def test_file_is_recognised_and_taken_over(office, district):
    address = upload(office, district)
    html = office.get(address).content.decode()
    assert "样例县社会救助领域基层政务公开标准目录" in html
    assert Catalogue.objects.count() == 0

    sent(office, address)

    (draft,) = Catalogue.objects.all()
    assert (draft.owner, draft.field.code, draft.is_draft) == (district, "social-assistance", True)
    assert PendingFile.objects.count() == 0


def test_second_file_shows_what_is_new_changed_and_gone(office, district):
    sent(office, upload(office, district, workbook(["1", "甲事项", "旧要素"], ["2", "乙事项", "要素"])))
    address = upload(office, district, workbook(["1", "甲事项", "新要素"], ["2", "丙事项", "要素"]))

    (offer,) = office.get(address).context["found"].offers
    assert [entry.name for entry in offer.plan.new] == ["丙事项"]
    assert [entry.name for entry in offer.plan.gone] == ["乙事项"]
    assert [change.texts for change in offer.plan.changed] == [[("公开要素", "旧要素", "新要素")]]


def test_column_is_told_and_read_again(office, district, field):
    headings = ("序号", "我们的事项", "公开内容")
    address = upload(office, district, workbook(["1", "甲事项", "要素"], headings=headings))
    context = office.get(address).context
    (name,) = [name for name, one in context["form"].fields.items() if one.label == "我们的事项"]
    assert context["found"].offers[0].has_errors

    sent(office, address, "read", **{name: "second"})
    sent(office, address)

    assert contents(Catalogue.objects.get(field=field)) == [("甲事项", "要素")]


def test_field_that_no_title_names_is_chosen(office, district):
    address = upload(office, district, workbook(["1", "甲事项", "要素"], title="目录"))
    assert "选择领域" in sent(office, address).content.decode() or Catalogue.objects.count() == 0
    response = sent(office, address, **{"field-0": "health"})
    assert (response.status_code, Catalogue.objects.count()) == (409, 0)

    sent(office, address)

    assert Catalogue.objects.get().field.code == "health"


def test_errors_name_their_row_and_nothing_is_lost(office, district):
    address = upload(office, district, workbook(["1", "甲" * 301, "要素"]))

    response = sent(office, address)

    assert (response.status_code, Catalogue.objects.count(), PendingFile.objects.count()) == (409, 0, 1)
    assert "<td>3</td>" in response.content.decode()


def test_what_is_no_catalogue_is_told(office, district):
    address = upload(office, district, b"\x00\x01 nothing")
    assert office.get(address).context["found"].offers == ()
    office.post(address, {"act": "drop"})
    assert PendingFile.objects.count() == 0


def test_what_was_not_seen_is_not_taken(office, district):
    address = upload(office, district, workbook(["1", "甲事项", "要素"]))
    seen = office.get(address).context["found"].seen
    sent(office, upload(office, district, workbook(["1", "乙事项", "要素"])))
    late = upload(office, district, workbook(["1", "甲事项", "要素"]))

    response = office.post(late, {"field-0": "elderly-care", "act": "take", "seen": seen})

    assert response.status_code in (409, 422)
    assert contents(Catalogue.objects.get()) == [("乙事项", "要素")]


def test_auditor_imports_the_catalogue_of_the_city(city, district, on):
    auditor = client_of(Role.CITY_AUDITOR, city=city)
    sent(auditor, upload(auditor, city))

    assert Catalogue.objects.get().owner == city


def test_import_is_for_those_who_look_after_the_catalogues(office, district, on):
    address = upload(office, district)
    other = client_of(Role.DISCLOSURE_OFFICE, district=district)
    assert other.get(address).status_code == 404
    for person in (
        client_of(Role.DISCLOSURE_OFFICE, district=make_district()),
        client_of(Role.EDITOR, unit=make_unit(district)),
    ):
        assert [person.get(reverse(UPLOAD)).status_code, person.get(address).status_code] == [404, 404]
    auditor = client_of(Role.CITY_AUDITOR, city=district.city)
    file = SimpleUploadedFile("目录.xlsx", merged_workbook())
    assert auditor.post(reverse(UPLOAD), {"owner": f"district:{district.pk}", "file": file}).status_code == 422
