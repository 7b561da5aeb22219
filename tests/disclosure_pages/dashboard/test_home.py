"""The admin's home and menu over HTTP, for each role."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.admin.menu import admin_menu

from cms.people.enums import Role
from cms.people.models import User
from disclosure_pages.clearance.domain.reviewing import return_review
from tests.factories.pages import make_draft, make_published, submit
from tests.factories.people import make_editor, make_moderator, make_person, make_superuser
from tests.factories.tree import make_section

pytestmark = pytest.mark.django_db


def visit(person: User, name: str = "wagtailadmin_home") -> Any:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client.get(reverse(name))


def menu_of(person: User) -> set[str]:
    request = RequestFactory().get("/admin/")
    request.user = User.objects.get(pk=person.pk)
    return {item.name for item in admin_menu.menu_items_for_request(request)}


def test_home_leads_the_moderator_to_the_review_in_one_click() -> None:
    page = make_draft("秋季招生公告")
    task_state = submit(page)
    text = visit(make_moderator(page.unit)).content.decode()
    assert reverse("gongkai_clearance:review", args=[task_state.pk]) in text
    assert "秋季招生公告" in text


def test_home_shows_the_author_why_content_was_returned() -> None:
    page = make_draft()
    return_review(task_state=submit(page), reviewer=make_moderator(page.unit), reason="请补充附件")
    assert "请补充附件" in visit(page.owner).content.decode()


def test_home_offers_the_editor_to_write_where_a_column_is_empty() -> None:
    section = make_section()
    url = reverse("wagtailadmin_pages:add_subpage", args=[section.pk])
    assert url in visit(make_editor(section.unit)).content.decode()
    assert url not in visit(make_moderator(section.unit)).content.decode()


@pytest.mark.parametrize("role", Role.values)
def test_home_opens_for_every_role(role: str) -> None:
    page = make_published()
    places = {
        "editor": {"unit": page.unit},
        "moderator": {"unit": page.unit},
        "request_officer": {"unit": page.unit},
        "city_auditor": {"city": page.district.city},
    }
    in_district = {"confidentiality", "disclosure_office", "legal_office", "theme_designer"}
    place = places.get(role, {"district": page.district} if role in in_district else {})
    assert visit(make_person(role, **place)).status_code == 200


def test_home_has_nothing_of_wagtail_twice() -> None:
    page = make_draft()
    submit(page)
    text = visit(make_superuser()).content.decode()
    assert "objects-in-workflow" not in text
    assert "recent-edits" not in text


def test_editor_has_a_short_menu() -> None:
    menu = menu_of(make_editor(make_section().unit))
    assert menu == {"explorer", "images", "documents", "importing", "rounds", "reports"}


def test_reviewers_menu_holds_reviews_contents_and_reports_only() -> None:
    district = make_section().unit.district
    menu = menu_of(make_person(Role.CONFIDENTIALITY_REVIEWER, district=district))
    assert menu == {"reviews", "contents", "reports"}


def test_overseers_menu_holds_the_reports() -> None:
    district = make_section().unit.district
    for person in (make_person(Role.CITY_AUDITOR, city=district.city), make_person(Role.AUDIT_ADMINISTRATOR)):
        assert "reports" in menu_of(person)


def test_freshness_lists_places_and_exports_them() -> None:
    section = make_section()
    editor = make_editor(section.unit)
    response = visit(editor, "gongkai_dashboard:freshness")
    assert section.unit.name in response.content.decode()
    client = Client()
    client.force_login(editor, backend="django.contrib.auth.backends.ModelBackend")
    export = client.get(reverse("gongkai_dashboard:freshness"), {"export": "csv"})
    assert section.unit.name in b"".join(export.streaming_content).decode()


@pytest.mark.parametrize("name", ["freshness", "freshness_results"])
def test_freshness_is_not_there_for_others(name: str) -> None:
    district = make_section().unit.district
    reviewer = make_person(Role.CONFIDENTIALITY_REVIEWER, district=district)
    for person in (reviewer, make_superuser()):
        assert visit(person, f"gongkai_dashboard:{name}").status_code == 404


def test_admin_carries_the_name_and_seal_of_gongkai(client) -> None:
    signs = ('src="/static/gongkai/icons/seal.svg"', "- 公开 Gongkai</title>", "icon-wagtail")
    pages = client.get(reverse("wagtailadmin_login")), visit(make_superuser())
    assert [[page.content.decode().count(sign) for sign in signs] for page in pages] == [[1, 1, 0], [1, 1, 0]]
