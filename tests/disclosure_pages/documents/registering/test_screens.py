"""The register over HTTP: by every role, with search, filters and export."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from cms.people.enums import Role
from cms.people.models import User
from disclosure_pages.documents.models import Registration, RegistrationScheme
from tests.disclosure_pages.public.markup import soup_of
from tests.factories.documents import document_section, make_entry
from tests.factories.pages import make_changed_draft, publish
from tests.factories.people import make_person

from .conftest import SignIn, make_normative_draft

pytestmark = pytest.mark.django_db

LIST = "gongkai_register:index"
READERS = [Role.LEGAL_OFFICE, Role.DISCLOSURE_OFFICE, Role.CITY_AUDITOR, Role.AUDIT_ADMINISTRATOR]
OTHERS = [role for role in Role.values if role not in READERS]


def person_of(role: str, section: Any) -> User:
    unit = section.unit
    if role in {Role.EDITOR, Role.MODERATOR, Role.REQUEST_OFFICER}:
        return make_person(role, unit=unit)
    places = {Role.CITY_AUDITOR: {"city": unit.district.city}}
    everywhere = {Role.AUDIT_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.SYSTEM_ADMINISTRATOR, Role.OPERATOR}
    return make_person(role, **places.get(role, {} if role in everywhere else {"district": unit.district}))


def titles(response: Any) -> list[str]:
    return sorted(entry.title for entry in response.context["object_list"])


@pytest.fixture
def section() -> Any:
    return document_section()


@pytest.fixture
def entry(section: Any) -> Registration:
    make_entry(document_section(), title="外区的文件")
    return make_entry(section, title="芙蓉区停车管理办法", number="芙政发〔2026〕5号", text="芙登〔2026〕0009号")


@pytest.mark.parametrize("role", READERS)
def test_register_is_read_by_its_roles(sign_in: SignIn, section: Any, entry: Registration, role: str) -> None:
    client = sign_in(person_of(role, section))
    assert entry.title in titles(client.get(reverse(LIST)))
    response = client.get(reverse("gongkai_register:entry", args=[entry.pk]))
    assert (response.status_code, entry.opinion in response.content.decode()) == (200, True)


@pytest.mark.parametrize("role", OTHERS)
def test_register_is_not_there_for_other_roles(sign_in: SignIn, section: Any, entry: Registration, role: str) -> None:
    client = sign_in(person_of(role, section))
    addresses = [reverse(LIST), reverse(f"{LIST}_results"), reverse("gongkai_register:entry", args=[entry.pk])]
    assert [client.get(address).status_code for address in addresses] == [404] * 3


@pytest.mark.parametrize("role", [Role.LEGAL_OFFICE, Role.DISCLOSURE_OFFICE, Role.CITY_AUDITOR])
def test_register_of_another_district_is_not_there(
    sign_in: SignIn, section: Any, entry: Registration, role: str
) -> None:
    client = sign_in(person_of(role, section))
    foreign = Registration.objects.get(title="外区的文件")
    assert titles(client.get(reverse(LIST))) == [entry.title]
    assert client.get(reverse("gongkai_register:entry", args=[foreign.pk])).status_code == 404


@pytest.mark.parametrize("words", ["停车", "芙登〔2026〕0009", "芙政发 (2026) 5", "0009号"])
def test_register_is_searched_by_title_and_numbers(
    sign_in: SignIn, section: Any, entry: Registration, words: str
) -> None:
    make_entry(section, title="无关的文件")
    client = sign_in(person_of(Role.LEGAL_OFFICE, section))
    assert titles(client.get(reverse(LIST), {"q": words})) == [entry.title]


def test_register_is_filtered_by_year_unit_and_state(sign_in: SignIn, section: Any, entry: Registration) -> None:
    other = make_entry(document_section(unit=None), title="别处")
    other.district, other.year = section.unit.district, 2025
    other.save()
    published = publish(make_normative_draft("已公开", section=section))
    client = sign_in(person_of(Role.LEGAL_OFFICE, section))
    for query, found in [
        ({"year": 2025}, ["别处"]),
        ({"unit": section.unit.pk}, [published.title, entry.title]),
        ({"state": "public"}, [published.title]),
        ({"state": "waiting"}, ["别处", entry.title]),
        ({"state": "void"}, []),
    ]:
        assert titles(client.get(reverse(LIST), query)) == sorted(found)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_register_is_taken_along(sign_in: SignIn, section: Any, entry: Registration, form: str) -> None:
    response = sign_in(person_of(Role.LEGAL_OFFICE, section)).get(reverse(LIST), {"export": form})
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if form == "csv":
        rows = [line.split(",") for line in content.decode("utf-8-sig").splitlines()]
    else:
        rows = [[cell.value for cell in row] for row in load_workbook(BytesIO(content)).active.iter_rows()]
    assert [row[:4] for row in rows[1:]] == [[entry.text, "1" if form == "csv" else 1, entry.title, entry.number]]


def test_cost_of_the_register_does_not_grow(sign_in: SignIn, section: Any, django_assert_num_queries: Any) -> None:
    client, url = sign_in(person_of(Role.LEGAL_OFFICE, section)), reverse(f"{LIST}_results")
    client.get(url)
    for more in (1, 2):
        for _ in range(more):
            make_entry(section)
        with django_assert_num_queries(12):
            client.get(url)


def test_entry_shows_the_other_editions(sign_in: SignIn, section: Any) -> None:
    page = publish(make_normative_draft(section=section))
    publish(make_changed_draft(page, body="<p>修改后。</p>"))
    first, second = Registration.objects.order_by("edition")
    text = sign_in(person_of(Role.LEGAL_OFFICE, section)).get(reverse("gongkai_register:entry", args=[first.pk]))
    assert reverse("gongkai_register:entry", args=[second.pk]) in text.content.decode()
    assert page.url in text.content.decode()


# --- how numbers look --------------------------------------------------------------------------------------------


def numbering(section: Any) -> str:
    return reverse("gongkai_register:numbering", args=[section.unit.district.slug])


@pytest.mark.parametrize("role", [Role.LEGAL_OFFICE, Role.SYSTEM_ADMINISTRATOR])
def test_numbers_look_as_the_legal_office_wants(sign_in: SignIn, section: Any, role: str) -> None:
    client = sign_in(person_of(role, section))
    response = client.post(numbering(section), {"pattern": "FRDR-{year}-{serial}", "digits": 5}, follow=True)
    assert "-00001" in response.content.decode()
    assert RegistrationScheme.objects.get().pattern == "FRDR-{year}-{serial}"


def test_changes_of_numbers_are_logged_and_shown(sign_in: SignIn, section: Any) -> None:
    person = person_of(Role.LEGAL_OFFICE, section)
    for pattern in ("甲登{year}-{serial}", "乙登{year}-{serial}"):
        sign_in(person).post(numbering(section), {"pattern": pattern, "digits": 4})
    RegistrationScheme.objects.create(district=document_section().unit.district, pattern="外登{year}-{serial}")
    records = RegistrationScheme.history.filter(district=section.unit.district)
    assert [(record.history_type, record.history_user) for record in records] == [("~", person), ("+", person)]
    changes = soup_of(sign_in(person).get(numbering(section))).select_one("table.listing")
    assert ([tag.text for tag in changes.select("del")], "外登" in changes.text) == (["甲登{year}-{serial}"], False)


def test_pattern_that_cannot_count_is_refused_and_kept_on_the_form(sign_in: SignIn, section: Any) -> None:
    client = sign_in(person_of(Role.LEGAL_OFFICE, section))
    response = client.post(numbering(section), {"pattern": "芙登{year}号", "digits": 4})
    assert (response.status_code, response.context["form"].errors.keys()) == (400, {"pattern"})
    assert not RegistrationScheme.objects.exists()


@pytest.mark.parametrize("role", [role for role in Role.values if role not in {"legal_office", "system_admin"}])
def test_numbers_are_not_there_for_others(sign_in: SignIn, section: Any, role: str) -> None:
    client = sign_in(person_of(role, section))
    assert [client.get(numbering(section)).status_code, client.post(numbering(section)).status_code] == [404, 404]


def test_numbers_of_another_district_are_not_there(sign_in: SignIn, section: Any) -> None:
    client = sign_in(person_of(Role.LEGAL_OFFICE, section))
    assert client.get(numbering(document_section())).status_code == 404
