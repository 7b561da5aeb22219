"""Style sheets, pictures and previews: what is asked for by readers' browsers."""

from __future__ import annotations

import io

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image

from cms.people.enums import Role
from cms.people.models import Membership
from tests.disclosure_pages.public.markup import soup_of
from tests.factories.people import make_person, make_user
from themes.domain.drafting import adjust_draft, begin_draft
from themes.domain.starting import start_version
from themes.pictures import drawn_anew
from themes.previewing import preview_token

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kept_pages")]


@pytest.fixture
def article(two_districts):
    return two_districts[0]


@pytest.fixture
def draft(article):
    version = begin_draft(theme="furong", user=None, district=article.district)
    adjust_draft(version=version, accent="#7a1138", icp_number="湘ICP备7号")
    return version


@pytest.fixture
def link(draft) -> str:
    """Begins a preview of the draft, for a designer of its district."""
    person = make_person(Role.THEME_DESIGNER, "designer", district=draft.district)
    return f"/theme/preview/{preview_token(version=draft, user=person)}/"


@pytest.fixture
def live(draft, committed):
    with committed():
        start_version(version=draft, user=None)
    return draft


def own_sheet(response) -> str:
    return next(
        str(link["href"]) for link in soup_of(response).select("link[rel=stylesheet]") if "/theme/" in link["href"]
    )


def picture(width: int, height: int) -> ContentFile:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "#a3271f").save(buffer, "PNG")
    return ContentFile(buffer.getvalue(), name="own.png")


def test_sheet_holds_the_tokens_and_is_kept_for_ever(visitor, article, live):
    response = visitor.get(own_sheet(visitor.get(article.get_url())))

    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert b"--accent: #7a1138;" in response.content


def test_page_has_nothing_inline(visitor, article, live):
    response = visitor.get(article.get_url())

    assert "unsafe-inline" not in response["Content-Security-Policy"]
    assert soup_of(response).select("style, [style]") == []


def test_sheet_of_another_content_has_another_address(visitor, article, live, committed):
    before = own_sheet(visitor.get(article.get_url()))
    other = begin_draft(theme="furong", user=None, district=article.district)
    with committed():
        start_version(version=other, user=None)

    assert own_sheet(visitor.get(article.get_url())) != before
    assert visitor.get(before).status_code == 200


def test_sheet_of_a_draft_is_for_who_knows_its_digest(visitor, draft):
    assert visitor.get(f"/theme/{draft.pk}-{'0' * 16}.css").status_code == 404
    start_version(version=draft, user=None)
    response = visitor.get(f"/theme/{draft.pk}-{'0' * 16}.css")
    assert (response.status_code, response["Cache-Control"]) == (200, "no-store")


def test_base_theme_needs_no_sheet(visitor, two_districts):
    sheets = [link["href"] for link in soup_of(visitor.get("/furong/")).select("link[rel=stylesheet]")]

    assert [sheet for sheet in sheets if "theme" in sheet] == []


def test_identifiers_stand_in_the_footer(visitor, article, live):
    assert "湘ICP备7号" in soup_of(visitor.get(article.get_url())).select_one(".footer").text


def test_logo_is_shown_and_kept(visitor, article, draft):
    adjust_draft(version=draft, logo=drawn_anew(picture(900, 900), width=640, height=160, name="logo"))
    start_version(version=draft, user=None)

    address = soup_of(visitor.get(article.get_url())).select_one(".masthead__seal")["src"]
    response = visitor.get(address)

    assert (response["Content-Type"], response["Cache-Control"].endswith("immutable")) == ("image/webp", True)
    assert Image.open(io.BytesIO(response.getvalue())).size == (160, 160)
    assert visitor.get(f"/theme/{draft.pk}-{'0' * 16}-logo.webp").status_code == 404


def test_preview_is_seen_by_who_followed_the_link_only(visitor, article, link):
    designer = Client(headers={"host": "localhost"})

    response = designer.get(link, {"next": article.get_url()})

    assert (response.status_code, response["Location"]) == (303, article.get_url())
    for _time in range(2):
        seen = designer.get(article.get_url())
        assert soup_of(seen).html["data-theme"] == "furong"
        assert "芙蓉" in soup_of(seen).select_one(".notice--preview").text
        assert soup_of(visitor.get(article.get_url())).html["data-theme"] == "base"


def test_preview_is_of_its_district_only(two_districts, link):
    _here, there = two_districts
    designer = Client(headers={"host": "localhost"})
    designer.get(link)

    assert soup_of(designer.get(there.get_url())).html["data-theme"] == "base"


def test_preview_ends(article, link):
    designer = Client(headers={"host": "localhost"})
    designer.get(link)

    response = designer.post("/theme/preview/end/", {"next": article.get_url()})

    assert response["Location"] == article.get_url()
    assert soup_of(designer.get(article.get_url())).html["data-theme"] == "base"


@pytest.mark.parametrize("token", ["x", "WzEsMV0:1abc:forged"])
def test_forged_link_is_absent(visitor, article, token):
    assert visitor.get(f"/theme/preview/{token}/").status_code == 404


def test_forged_cookie_shows_what_everybody_sees(visitor, article, draft):
    visitor.cookies["gongkai_theme_preview"] = f"[{draft.pk}, 1]"

    assert soup_of(visitor.get(article.get_url())).html["data-theme"] == "base"


@pytest.mark.parametrize("target", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:go()"])
def test_preview_leads_nowhere_else(visitor, link, target):
    assert visitor.get(link, {"next": target})["Location"] == "/"


def test_preview_ends_with_the_right_to_it(visitor, article, draft, link):
    visitor.get(link)
    assert soup_of(visitor.get(article.get_url())).html["data-theme"] == "furong"
    Membership.objects.all().delete()
    assert soup_of(visitor.get(article.get_url())).html["data-theme"] == "base"


def test_preview_of_who_never_had_the_right_shows_what_everybody_sees(visitor, article, draft):
    visitor.get(f"/theme/preview/{preview_token(version=draft, user=make_user())}/")

    assert soup_of(visitor.get(article.get_url())).html["data-theme"] == "base"
