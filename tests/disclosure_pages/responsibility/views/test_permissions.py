from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cms.people.enums import Role
from cms.tenancy.models import District, Unit
from tests.factories.people import make_person, make_superuser
from tests.factories.tenancy import make_district

NAMES = ["district", "upload", "review", "drift", "version", "download"]


def url(name: str) -> str:
    number = {"number": 1} if name in ("version", "download") else {}
    return reverse(f"gongkai_responsibility:{name}", kwargs={"district": "furong", **number})


@pytest.mark.parametrize(
    "role", [Role.EDITOR, Role.MODERATOR, Role.CONFIDENTIALITY_REVIEWER, "other office", "auditor"]
)
def test_others_find_nothing(applied: District, role: str) -> None:
    place: dict[str, Any] = {
        Role.EDITOR: {"role": Role.EDITOR, "unit": Unit.objects.get(code="jyj")},
        Role.MODERATOR: {"role": Role.MODERATOR, "unit": Unit.objects.get(code="jyj")},
        Role.CONFIDENTIALITY_REVIEWER: {"role": Role.CONFIDENTIALITY_REVIEWER, "district": applied},
        "other office": {"role": Role.DISCLOSURE_OFFICE, "district": make_district()},
        "auditor": {"role": Role.CITY_AUDITOR, "city": applied.city},
    }[role]
    client = Client()
    client.force_login(make_person(**place))

    assert {(name, client.get(url(name)).status_code) for name in NAMES} == {(name, 404) for name in NAMES}
    assert {(name, client.post(url(name)).status_code) for name in NAMES} == {(name, 404) for name in NAMES}


def test_strangers_are_sent_to_sign_in(applied: District) -> None:
    for name in NAMES:
        response = Client().get(url(name))

        assert response.status_code == 302
        assert response.headers["Location"].startswith(reverse("wagtailadmin_login"))


@pytest.mark.parametrize("make", [make_superuser, lambda: make_person(Role.SYSTEM_ADMINISTRATOR)])
def test_administrators_see_every_district(applied: District, make) -> None:
    make_district(slug="yuhua")
    client = Client()
    client.force_login(make())

    response = client.get(reverse("gongkai_responsibility:index"))

    assert {district.slug for district in response.context["districts"]} == {"furong", "yuhua"}
    assert client.get(url("drift")).status_code == 200


def test_menu_entry_for_those_who_manage_a_table(applied: District) -> None:
    address = reverse("gongkai_responsibility:index")
    office, editor = Client(), Client()
    office.force_login(make_person(Role.DISCLOSURE_OFFICE, district=applied))
    editor.force_login(make_person(Role.EDITOR, unit=Unit.objects.get(code="jyj")))

    assert address in office.get(reverse("wagtailadmin_home")).content.decode()
    assert address not in editor.get(reverse("wagtailadmin_home")).content.decode()
    assert editor.get(address).status_code == 404
