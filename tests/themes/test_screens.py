"""The screens of the admin: gallery, adjusting, deciding, days of mourning."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.people.enums import Role
from tests.disclosure_pages.public.markup import soup_of
from tests.factories.people import make_person
from themes.alarms import raise_alarm
from themes.models import MourningDays, ThemeVersion

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(two_districts):
    return two_districts[0]


@pytest.fixture
def designer(article) -> Client:
    client = Client(headers={"host": "localhost"})
    client.force_login(make_person(Role.THEME_DESIGNER, district=article.district))
    return client


@pytest.fixture
def draft(designer, article) -> ThemeVersion:
    designer.post(district_url(), {"theme": "furong"})
    return ThemeVersion.objects.get()


def district_url(slug: str = "furong") -> str:
    return reverse("gongkai_themes:district", args=[slug])


def version_url(version: ThemeVersion, name: str = "version") -> str:
    return reverse(f"gongkai_themes:{name}", args=[version.district.slug, version.pk])


def test_gallery_shows_every_theme_with_its_picture(designer):
    cards = soup_of(designer.get(district_url())).select(".gk-theme")

    assert [card.h3.text.split()[0] for card in cards] == ["素雅", "明辨", "芙蓉"]
    assert [card.img["src"] for card in cards] == [
        f"/static/themes/{name}/picture.webp" for name in ("base", "contrast", "furong")
    ]


def test_theme_that_breaks_the_contract_has_no_button(designer, install_theme):
    install_theme(files={"templates/masthead.html": "{% nonsense %}"})

    (card,) = (card for card in soup_of(designer.get(district_url())).select(".gk-theme") if "sample" in card.h3.text)

    assert (card.button, "templates/masthead.html cannot be shown" in card.text) == (None, True)


@pytest.mark.parametrize(
    ("role", "own", "other"),
    [
        (Role.THEME_DESIGNER, 200, 404),
        (Role.DISCLOSURE_OFFICE, 200, 404),
        (Role.SYSTEM_ADMINISTRATOR, 200, 200),
        (Role.LEGAL_OFFICE, 404, 404),
        (Role.SECURITY_ADMINISTRATOR, 404, 404),
    ],
)
def test_designers_see_their_own_district_only(two_districts, role, own, other):
    here, there = two_districts
    is_local = role not in {Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR}
    client = Client()
    client.force_login(make_person(role, **({"district": here.district} if is_local else {})))

    assert [client.get(district_url(page.district.slug)).status_code for page in (here, there)] == [own, other]


def test_version_of_another_district_is_absent(two_districts, designer):
    _here, there = two_districts
    foreign = ThemeVersion.objects.create(theme="base", district=there.district)

    for slug in ("furong", "tianxin"):
        assert designer.get(reverse("gongkai_themes:version", args=[slug, foreign.pk])).status_code == 404


def test_draft_is_adjusted_and_brought_live(designer, article, draft):
    values = {"accent_own": "on", "accent": "#7a1138", "band": "#000000", "type_size": "large", "start": "1"}

    response = designer.post(version_url(draft), values)

    assert response["Location"] == district_url()
    draft.refresh_from_db()
    assert (draft.accent, draft.band, draft.type_size) == ("#7a1138", "", "large")
    assert draft.starts_at <= timezone.now()


def test_unreadable_colour_is_refused_and_kept(designer, draft):
    response = designer.post(
        version_url(draft),
        {"accent_own": "on", "accent": "#ffd0d0", "type_size": "standard", "start": "1"},
        follow=True,
    )

    draft.refresh_from_db()
    assert (draft.starts_at, draft.accent) == (None, "#ffd0d0")
    assert len(soup_of(response).select(".gk-verdict__line--bad")) == 3


def test_picture_that_is_none_is_an_error_at_its_field(designer, draft):
    file = SimpleUploadedFile("logo.png", b"<svg onload=go()>", content_type="image/png")

    response = designer.post(version_url(draft), {"type_size": "standard", "logo": file, "save": "1"})

    assert (response.status_code, list(response.context["form"].errors)) == (400, ["logo"])


def test_verdict_is_told_while_choosing(designer, draft):
    told = designer.get(version_url(draft, "verdict"), {"accent_own": "on", "accent": "#ffd0d0"})

    assert [line.text.strip()[0] for line in soup_of(told).select("li")].count("✗") == 3
    draft.refresh_from_db()
    assert draft.accent == ""


def test_schedule_take_back_and_discard(designer, draft):
    tomorrow = timezone.localtime() + dt.timedelta(days=1)
    designer.post(version_url(draft), {"type_size": "standard", "schedule": "1", "at": f"{tomorrow:%Y-%m-%d %H:%M}"})
    draft.refresh_from_db()
    assert draft.starts_at > timezone.now()
    designer.post(version_url(draft), {"unschedule": "1"})
    designer.post(version_url(draft), {"discard": "1", "type_size": "standard"})
    assert list(ThemeVersion.objects.all()) == []


def test_time_that_is_past_is_an_error(designer, draft):
    response = designer.post(version_url(draft), {"type_size": "standard", "schedule": "1", "at": "2001-01-01 00:00"})

    assert (response.status_code, list(response.context["schedule"].errors)) == (400, ["at"])


def test_preview_leads_to_the_districts_home(designer, draft, visitor):
    link = designer.post(version_url(draft), {"type_size": "standard", "preview": "1"})["Location"]

    assert designer.get(link)["Location"] == "/furong/"
    assert soup_of(designer.get("/furong/")).html["data-theme"] == "furong"
    assert soup_of(visitor.get("/furong/")).html["data-theme"] == "base"


def test_earlier_look_is_brought_back(designer, draft):
    designer.post(version_url(draft), {"type_size": "standard", "start": "1"})
    ThemeVersion.objects.create(theme="base", district=draft.district, starts_at=timezone.now())
    designer.post(version_url(draft), {"roll_back": "1"})

    assert ThemeVersion.objects.live(at=timezone.now()).theme == "furong"


def test_unknown_act_is_absent(designer, draft):
    assert designer.post(version_url(draft), {"nonsense": "1"}).status_code == 404


def test_alarms_and_rejected_themes_are_told(designer, install_theme):
    raise_alarm("furong", "masthead", ValueError("broken"))
    install_theme(toml='colour = "red"')

    text = soup_of(designer.get(reverse("gongkai_themes:index"))).text

    assert ("ValueError: broken" in text, "There is no entry “colour”." in text) == (True, True)


def test_mourning_of_a_district_is_declared_and_taken_back(designer, two_districts, visitor, committed):
    here, _there = two_districts
    today, url = timezone.localdate().isoformat(), reverse("gongkai_themes:mourning")
    with committed():
        designer.post(url, {"district": here.district_id, "starts_on": today, "ends_on": today, "occasion": "公祭"})
    assert [soup_of(visitor.get(page.get_url())).html.has_attr("data-grey") for page in two_districts] == [True, False]
    with committed():
        designer.post(url, {"lift": MourningDays.objects.get().pk})
    assert not soup_of(visitor.get(here.get_url())).html.has_attr("data-grey")


def test_mourning_of_others_is_not_theirs(designer, two_districts):
    _here, there = two_districts
    days = {"starts_on": "2026-12-13", "ends_on": "2026-12-13", "occasion": "公祭"}
    foreign = MourningDays.objects.create(district=there.district, **days)
    url = reverse("gongkai_themes:mourning")

    assert designer.post(url, {**days, "district": ""}).status_code == 400
    assert designer.post(url, {**days, "district": there.district_id}).status_code == 400
    assert designer.post(url, {"lift": foreign.pk}).status_code == 404
    assert list(MourningDays.objects.all()) == [foreign]
