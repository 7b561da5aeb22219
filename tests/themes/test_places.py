"""The look of a city and of a unit, by the screens that districts have."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.people.enums import Role
from tests.disclosure_pages.public.markup import soup_of
from tests.factories.people import make_person
from themes.models import ThemeVersion

pytestmark = pytest.mark.django_db


def client_of(role: str, **place) -> Client:
    client = Client(headers={"host": "localhost"})
    client.force_login(make_person(role, **place))
    return client


@pytest.fixture
def administrator(two_districts) -> Client:
    return client_of(Role.SYSTEM_ADMINISTRATOR)


@pytest.fixture
def designer(two_districts) -> Client:
    return client_of(Role.THEME_DESIGNER, district=two_districts[0].district)


def city_url(page, *version) -> str:
    name = "gongkai_themes:city_version" if version else "gongkai_themes:city"
    return reverse(name, args=[page.district.city.slug, *version])


def unit_url(page, *version) -> str:
    name = "gongkai_themes:unit_version" if version else "gongkai_themes:unit"
    return reverse(name, args=[page.district.slug, page.unit.code, *version])


def theme_of(client, url) -> str:
    return str(soup_of(client.get(url)).html["data-theme"])


def live(client, url_of, page, theme, committed) -> ThemeVersion:
    client.post(url_of(page), {"theme": theme})
    version = ThemeVersion.objects.latest("pk")
    with committed():
        client.post(url_of(page, version.pk), {"type_size": "standard", "start": "1"})
    version.refresh_from_db()
    return version


def test_city_is_shown_with_its_theme_and_so_are_districts_without_one(
    administrator, two_districts, visitor, committed
):
    here, there = two_districts
    live(administrator, city_url, here, "furong", committed)
    home = here.district.city.root_page.get_url()

    assert [theme_of(visitor, url) for url in (home, "/furong/", "/tianxin/")] == ["furong"] * 3
    ThemeVersion.objects.create(theme="contrast", district=there.district, starts_at=timezone.now())


def test_unit_is_shown_with_its_theme_and_nothing_else_is(designer, two_districts, visitor, committed):
    here, there = two_districts
    live(designer, unit_url, here, "contrast", committed)

    assert [theme_of(visitor, url) for url in (here.get_url(), "/furong/", there.get_url())] == [
        "contrast",
        "base",
        "base",
    ]


@pytest.mark.parametrize(
    ("role", "city", "unit", "other"),
    [
        (Role.SYSTEM_ADMINISTRATOR, 200, 200, 200),
        (Role.DISCLOSURE_OFFICE, 404, 200, 404),
        (Role.THEME_DESIGNER, 404, 200, 404),
        (Role.LEGAL_OFFICE, 404, 404, 404),
    ],
)
def test_who_designs_which_place(two_districts, role, city, unit, other):
    here, there = two_districts
    client = client_of(role, **({} if role == Role.SYSTEM_ADMINISTRATOR else {"district": here.district}))

    assert [client.get(url).status_code for url in (city_url(here), unit_url(here), unit_url(there))] == [
        city,
        unit,
        other,
    ]


def test_version_of_another_place_is_absent(administrator, two_districts):
    here, there = two_districts
    of_city = ThemeVersion.objects.create(theme="base", city=here.district.city)
    of_unit = ThemeVersion.objects.create(theme="base", unit=there.unit)

    for url in (unit_url(here, of_city.pk), unit_url(here, of_unit.pk), city_url(here, of_unit.pk)):
        assert administrator.get(url).status_code == 404


def test_city_is_scheduled_taken_back_and_rolled_back(administrator, two_districts, committed):
    here, _there = two_districts
    first = live(administrator, city_url, here, "furong", committed)
    second = live(administrator, city_url, here, "contrast", committed)
    administrator.post(city_url(here), {"theme": "base"})
    draft = ThemeVersion.objects.latest("pk")
    tomorrow = timezone.localtime() + dt.timedelta(days=1)
    values = {"type_size": "standard", "schedule": "1", "at": f"{tomorrow:%Y-%m-%d %H:%M}"}
    administrator.post(city_url(here, draft.pk), values)
    draft.refresh_from_db()
    administrator.post(city_url(here, draft.pk), {"unschedule": "1"})
    administrator.post(city_url(here, first.pk), {"roll_back": "1"})

    assert (draft.starts_at > timezone.now(), second.starts_at > first.starts_at) == (True, True)
    assert ThemeVersion.objects.of_place(city=here.district.city).live(at=timezone.now()).theme == "furong"


@pytest.mark.parametrize(
    ("url_of", "shown"), [(city_url, {"/furong/": "base", "/tianxin/": "furong"}), (unit_url, {"/furong/": "base"})]
)
def test_preview_is_of_the_place_and_for_who_looks(administrator, two_districts, visitor, url_of, shown):
    here, _there = two_districts
    ThemeVersion.objects.create(theme="base", district=here.district, starts_at=timezone.now())
    administrator.post(url_of(here), {"theme": "furong"})
    draft = ThemeVersion.objects.latest("pk")
    link = administrator.post(url_of(here, draft.pk), {"type_size": "standard", "preview": "1"})["Location"]
    target = administrator.get(link)["Location"]

    assert (theme_of(administrator, target), theme_of(visitor, target)) == ("furong", "base")
    assert {url: theme_of(administrator, url) for url in shown} == shown


def test_district_leads_to_its_units_and_the_index_to_cities(administrator, designer, two_districts):
    here, _there = two_districts
    district = reverse("gongkai_themes:district", args=["furong"])
    index = reverse("gongkai_themes:index")

    assert unit_url(here) in designer.get(district).content.decode()
    assert [city_url(here) in client.get(index).content.decode() for client in (administrator, designer)] == [
        True,
        False,
    ]
