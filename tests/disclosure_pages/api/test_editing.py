"""Wagtail's API v3: editing with a token, under the rights and the clearance of the admin."""

from __future__ import annotations

import json
from itertools import product
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import APIToken, Page

from cms.people.enums import Role
from cms.people.models import Membership, User
from disclosure_pages.clearance.domain.verifying import find_breaches
from disclosure_pages.media.models import DisclosureDocument
from disclosure_pages.pages.models import Article
from disclosure_pages.tree.models import DisclosurePage
from tests.factories.media import make_document, make_image
from tests.factories.pages import make_changed_draft, make_draft, make_published, submit
from tests.factories.people import make_editor, make_moderator, make_person, make_superuser
from tests.factories.tree import make_section

pytestmark = pytest.mark.django_db
ROOT = "/api/v3"


class Caller:
    """Somebody with a token."""

    def __init__(self, user: User) -> None:
        _token, plain = APIToken.create_token(user=user, name="test")
        self.client, self.headers = Client(), {"authorization": f"Bearer {plain}"}

    def __call__(self, method: str, path: str, body: Any = None, **query: Any) -> Any:
        data = json.dumps(body) if body is not None else ""
        return self.client.generic(
            method, f"{ROOT}{path}", data, "application/json", headers=self.headers, query_params=query or None
        )


def article(section: Any, **changes: Any) -> dict[str, Any]:
    """The body that makes an article."""
    meta = {"type": "gongkai_pages.Article", "parent_id": section.pk, **changes.pop("meta", {})}
    return {"meta": meta, "title": "接口写的公告", "slug": "jie-kou", **changes}


def listed(answer: Any) -> set[int]:
    return {item["id"] for item in answer.json()["items"]}


@pytest.mark.parametrize(
    "path",
    ["/pages/", "/pages/1/", "/pages/find/?id=1", "/documents/", "/images/", "/schema/", "/sites/", "/redirects/"],
)
def test_nobody_reads_without_a_token(client: Client, path: str) -> None:
    page = make_published()
    client.force_login(make_editor(page.unit))  # a session is no token
    response = client.get(f"{ROOT}{path}")
    assert (response.status_code, response["Content-Type"]) == (401, "application/problem+json")


def test_unknown_address_answers_in_json() -> None:
    response = Caller(make_superuser())("GET", "/nothing/here/")
    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")


def test_editor_reads_the_own_unit_only() -> None:
    own, foreign = make_draft(), make_published()
    call = Caller(make_editor(own.unit))
    assert own.pk in listed(call("GET", "/pages/"))
    assert foreign.pk not in listed(call("GET", "/pages/"))
    assert call("GET", f"/pages/{own.pk}/", version="draft").json()["title"] == own.title
    assert call("GET", f"/pages/{foreign.pk}/").status_code == 404


def test_files_of_others_are_absent() -> None:
    section, other = make_section(), make_section()
    own, foreign, image = make_document(section), make_document(other), make_image(other)
    call = Caller(make_editor(section.unit))
    assert listed(call("GET", "/documents/")) == {own.pk}
    assert listed(call("GET", "/images/")) == set()
    assert call("GET", f"/documents/{own.pk}/").status_code == 200
    for method in ("GET", "PATCH", "DELETE"):
        assert call(method, f"/documents/{foreign.pk}/", {"title": "x"}).status_code == 404
        assert call(method, f"/images/{image.pk}/", {"title": "x"}).status_code == 404
    assert DisclosureDocument.objects.count() == 2


def test_editor_writes_a_draft() -> None:
    section = make_section()
    call = Caller(make_editor(section.unit))
    made = call("POST", "/pages/", article(section, formed_on="2026-06-01"))
    assert made.status_code == 201, made.content
    key = made.json()["id"]
    body = {"meta": {"type": "gongkai_pages.Article"}, "title": "改过的公告"}
    assert call("PATCH", f"/pages/{key}/", body).status_code == 200
    page = Article.objects.get(pk=key)
    assert (page.live, page.get_latest_revision_as_object().title) == (False, "改过的公告")


def test_file_of_another_unit_is_no_attachment() -> None:
    section, foreign = make_section(), make_document(make_section())
    call = Caller(make_editor(section.unit))
    answer = call("POST", "/pages/", article(section, attachments=[{"document": foreign.pk, "title": "x"}]))
    assert answer.status_code in {404, 422}
    assert not Article.objects.exists()


@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_publishing_while_writing_is_refused(method: str) -> None:
    page = make_draft()
    section = page.get_parent()
    call = Caller(make_editor(page.unit))
    if method == "POST":
        answer = call("POST", "/pages/", article(section, meta={"action": "publish"}))
    else:
        meta = {"type": "gongkai_pages.Article", "action": "publish"}
        answer = call("PATCH", f"/pages/{page.pk}/", {"meta": meta, "title": "直接公开"})
    assert 400 <= answer.status_code < 500
    assert not DisclosurePage.objects.filter(live=True).exists()


ACTIONS: dict[str, dict[str, Any]] = {
    "publish": {},
    "unpublish": {},
    "copy": {"keep_live": True, "slug": "copy"},
    "move": {"destination_id": "foreign"},
    "delete": {},
    "revert": {"revision_id": "latest"},
    "convert_alias": {},
    "create_alias": {"slug": "alias"},
    "copy_for_translation": {"locale": "en"},
}
PEOPLE = {
    "editor": lambda page: make_editor(page.unit),
    "moderator": lambda page: make_moderator(page.unit),
    "confidentiality": lambda page: make_person(Role.CONFIDENTIALITY_REVIEWER, district=page.district),
    "office": lambda page: make_person(Role.DISCLOSURE_OFFICE, district=page.district),
    "auditor": lambda page: make_person(Role.CITY_AUDITOR, city=page.district.city),
    "superuser": lambda page: make_superuser(),
}


def act(call: Caller, page: Any, action: str) -> Any:
    body = dict(ACTIONS[action])
    if body.get("destination_id"):
        body["destination_id"] = make_section().pk
    if body.get("revision_id"):
        body["revision_id"] = page.get_latest_revision().pk
    return call("DELETE" if action == "delete" else "POST", f"/pages/{page.pk}/actions/{action}/", body)


def page_in(state: str) -> Any:
    """A page in one of the states of its life."""
    page = make_published() if state in {"public", "changed"} else make_draft()
    if state == "submitted":
        submit(page)
    return make_changed_draft(page, title="还没审的标题") if state == "changed" else page


def public_rows() -> set[Any]:
    return set(DisclosurePage.objects.public().values_list("pk", "title", "url_path"))


@pytest.mark.parametrize("state", ["draft", "submitted", "public", "changed"])
def test_no_action_gets_round_the_clearance(state: str) -> None:
    page = page_in(state)
    callers = {who: Caller(make(page)) for who, make in PEOPLE.items()}
    before = public_rows()
    for (who, call), action in product(callers.items(), ACTIONS):
        with transaction.atomic():
            answer = act(call, page, action)
            assert answer.status_code < 500, (who, action)
            assert answer["Content-Type"].startswith("application/") or answer.status_code == 204, (who, action)
            assert public_rows() == before, (who, action)
            assert not Page.objects.filter(alias_of__isnull=False).exists(), (who, action)
            assert not list(find_breaches()), (who, action)
            transaction.set_rollback(True)


def test_page_of_another_unit_is_absent_for_every_action() -> None:
    page, call = make_published(), Caller(make_editor(make_section().unit))
    assert {act(call, page, action).status_code for action in ACTIONS} == {404}


def test_place_of_another_unit_is_absent() -> None:
    page, foreign = make_draft(), make_section()
    call = Caller(make_editor(page.unit))
    assert call("POST", "/pages/", article(foreign)).status_code == 404
    for action in ("move", "copy"):
        body = {"destination_id": foreign.pk}
        assert call("POST", f"/pages/{page.pk}/actions/{action}/", body).status_code == 404
        assert call("POST", f"/pages/{page.pk}/actions/{action}/", {"destination_id": 999_999}).status_code == 404


@pytest.mark.parametrize("body", [[], "x", 7, {"meta": []}, {"meta": {"type": "gongkai_pages.Nothing"}}, {}, None])
def test_nonsense_is_answered_with_4xx(body: Any) -> None:
    section = make_section()
    call = Caller(make_editor(section.unit))
    assert 400 <= call("POST", "/pages/", body).status_code < 500
    assert 400 <= call("PATCH", "/pages/abc/", body).status_code < 500


@pytest.mark.parametrize("kind", ["gongkai_tree.Column", "gongkai_tree.Section", "gongkai_tree.DistrictHome"])
def test_structure_is_not_made_by_hand(kind: str) -> None:
    section = make_section()
    for user in (make_editor(section.unit), make_superuser()):
        before = Page.objects.count()
        meta = {"type": kind, "parent_id": section.get_parent().pk}
        assert 400 <= Caller(user)("POST", "/pages/", {"meta": meta, "title": "x", "slug": "x"}).status_code < 500
        assert Page.objects.count() == before


def test_token_follows_the_memberships_of_the_day() -> None:
    page = make_draft()
    user = make_editor(page.unit)
    call = Caller(user)
    assert call("GET", f"/pages/{page.pk}/").status_code == 200
    Membership.objects.filter(user=user).update(ends_on="2020-01-01")
    User.objects.filter(pk=user.pk).update(rights_synced_on="2020-01-01")
    assert call("GET", f"/pages/{page.pk}/").status_code == 404


def test_revoked_token_opens_nothing() -> None:
    page = make_draft()
    call = Caller(make_editor(page.unit))
    APIToken.objects.get().revoke()
    assert call("GET", "/pages/").status_code == 401


def test_editor_makes_a_token_for_oneself_and_for_nobody_else(client: Client) -> None:
    editor, other = make_editor(make_section().unit), make_editor(make_section().unit)
    client.force_login(editor)
    url = reverse("wagtailusers_api_tokens:add")
    client.post(url, {"name": "发布脚本", "user": other.pk})
    client.post(url, {"name": "发布脚本", "user": editor.pk})
    assert [token.user for token in APIToken.objects.all()] == [editor]


@pytest.mark.parametrize("role", [Role.DISCLOSURE_OFFICE, Role.CITY_AUDITOR])
def test_other_people_hold_no_tokens(client: Client, role: str) -> None:
    district = make_section().unit.district
    place = {"district": district} if role == Role.DISCLOSURE_OFFICE else {"city": district.city}
    person = make_person(role, **place)
    client.force_login(person)
    client.post(reverse("wagtailusers_api_tokens:add"), {"name": "x", "user": person.pk})
    assert not APIToken.objects.exists()


def test_description_is_open_and_holds_no_content(client: Client) -> None:
    page = make_draft("未公开的名单")
    description = client.get(f"{ROOT}/openapi.json")
    assert description.status_code == 200
    assert page.title not in description.content.decode()
    assert client.get(f"{ROOT}/docs/").status_code == 200
