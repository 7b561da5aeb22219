"""The reading mode: chosen by a form, remembered by a cookie, never a way to another site."""

from __future__ import annotations

import pytest

from disclosure_pages.public.rules import READING_COOKIE
from tests.disclosure_pages.public.markup import soup_of

pytestmark = pytest.mark.django_db


def mode_of(response) -> str:
    return str(soup_of(response).html["data-reading"])


@pytest.mark.parametrize("method", ["get", "post"])
def test_chosen_mode_is_remembered_and_leads_back(visitor, page, method) -> None:
    response = getattr(visitor, method)("/reading/", {"mode": "elder", "next": f"{page.get_url()}?x=1"})
    assert (response.status_code, response["Location"]) == (303, f"{page.get_url()}?x=1")
    assert mode_of(visitor.get(page.get_url())) == "elder"
    visitor.post("/reading/", {"mode": "standard", "next": "/"})
    assert mode_of(visitor.get(page.get_url())) == "standard"


def test_form_on_the_page_leads_back_to_it(visitor, page) -> None:
    address = f"{page.column.get_url()}?size=50"
    form = soup_of(visitor.get(address)).select_one(".reading-bar form")
    assert (form["action"], form["method"], form.input["value"]) == ("/reading/", "post", address)
    assert [button["value"] for button in form.select("button[aria-pressed=true]")] == ["standard"]


@pytest.mark.parametrize(
    "target",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "///evil.example", "javascript:alert(1)", ""],
)
def test_switch_never_leads_to_another_site(visitor, db, target) -> None:
    assert visitor.get("/reading/", {"mode": "elder", "next": target})["Location"] == "/"


def test_unknown_mode_changes_nothing(visitor, page) -> None:
    response = visitor.post("/reading/", {"mode": "x" * 5000, "next": "/"})
    assert READING_COOKIE not in response.cookies
    visitor.cookies[READING_COOKIE] = '"><script>'
    assert mode_of(visitor.get(page.get_url())) == "standard"


def test_cookie_is_closed_to_scripts_and_other_sites(visitor, db) -> None:
    cookie = visitor.post("/reading/", {"mode": "contrast", "next": "/"}).cookies[READING_COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["secure"]) == (True, "Lax", "/", "")
    secure = visitor.post("/reading/", {"mode": "contrast"}, secure=True).cookies[READING_COOKIE]
    assert secure["secure"] is True


def test_switch_takes_no_other_method(visitor, db) -> None:
    assert visitor.delete("/reading/").status_code == 405
