"""Which pages exist for whom in the admin."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from cms.people.enums import Role
from disclosure_pages.tree.models import DisclosurePage
from disclosure_pages.visibility.checks import check_policies
from disclosure_pages.visibility.pages import is_in_admin, pages_in_admin
from tests.factories.media import make_document, make_image
from tests.factories.pages import make_draft, make_published
from tests.factories.people import make_editor, make_moderator, make_person, make_superuser, make_user
from tests.factories.tree import make_column, make_section

pytestmark = pytest.mark.django_db


@pytest.fixture
def drafts() -> dict[str, Any]:
    """A draft of one unit, of another unit of its district, and of another city."""
    own = make_draft("自己的草稿")
    other = make_draft("别的单位的草稿", section=make_section(column=make_column(district=own.district)))
    return {"own": own, "other": other, "foreign": make_draft("别的城市的草稿")}


PEOPLE = {
    "editor": (lambda page: make_editor(page.unit), {"own"}),
    "moderator": (lambda page: make_moderator(page.unit), {"own"}),
    "reviewer": (lambda page: make_person(Role.CONFIDENTIALITY_REVIEWER, district=page.district), {"own", "other"}),
    "office": (lambda page: make_person(Role.DISCLOSURE_OFFICE, district=page.district), {"own", "other"}),
    "auditor": (lambda page: make_person(Role.CITY_AUDITOR, city=page.district.city), {"own", "other"}),
    "designer": (lambda page: make_person(Role.THEME_DESIGNER, district=page.district), set()),
    "security": (lambda page: make_person(Role.SECURITY_ADMINISTRATOR), set()),
    "nobody": (lambda page: make_user(), set()),
    "superuser": (lambda page: make_superuser(), {"own", "other", "foreign"}),
}


@pytest.mark.parametrize("who", PEOPLE)
def test_content_within_sight(drafts: dict[str, Any], who: str) -> None:
    make, expected = PEOPLE[who]
    keys = set(pages_in_admin(make(drafts["own"])).values_list("pk", flat=True))
    assert {name for name, page in drafts.items() if page.pk in keys} == expected


@pytest.mark.parametrize("who", PEOPLE)
def test_list_and_verdict_agree(drafts: dict[str, Any], who: str) -> None:
    user = PEOPLE[who][0](drafts["own"])
    listed = set(pages_in_admin(user).values_list("pk", flat=True))
    assert {page.pk for page in Page.objects.all() if is_in_admin(user, str(page.pk))} == listed
    assert not is_in_admin(user, "999999")


def test_content_of_a_closed_section_stays_within_sight_of_its_unit(drafts: dict[str, Any]) -> None:
    own = drafts["own"]
    editor = make_editor(own.unit)
    GroupPagePermission.objects.all().delete()
    assert set(pages_in_admin(editor)) == {Page.objects.get(pk=own.pk)}


def test_public_content_of_others_is_read_on_the_public_side(client: Client) -> None:
    public = make_published()
    client.force_login(make_editor(make_section(column=public.column).unit))
    assert client.get(reverse("wagtailadmin_pages:edit", args=[public.pk])).status_code == 404
    assert client.get(public.get_url()).status_code == 200


def test_page_chooser_finds_no_drafts_of_others(client: Client, drafts: dict[str, Any]) -> None:
    make_published("公开的内容")
    call_command("update_index", verbosity=0)
    client.force_login(make_editor(drafts["own"].unit))
    search = reverse("wagtailadmin_choose_page_search")
    found = "".join(client.get(search, {"q": page.title}).content.decode() for page in DisclosurePage.objects.all())
    shown = {page.title for page in DisclosurePage.objects.all() if f">{page.title}<" in found}
    browsed = client.get(reverse("wagtailadmin_choose_page_child", args=[drafts["other"].get_parent().pk]))
    assert shown == {"自己的草稿", "公开的内容"}
    assert "别的单位的草稿" not in browsed.content.decode()


@pytest.mark.parametrize("name", ["documents", "images"])
def test_admin_api_lists_the_files_of_the_own_unit(client: Client, drafts: dict[str, Any], name: str) -> None:
    make = make_document if name == "documents" else make_image
    files = {place: make(page.get_parent().specific) for place, page in drafts.items()}
    client.force_login(make_editor(drafts["own"].unit))
    answer = client.get(reverse(f"wagtailadmin_api:{name}:listing")).json()
    assert [item["id"] for item in answer["items"]] == [files["own"].pk]


def test_chosen_files_of_others_are_absent(client: Client, drafts: dict[str, Any]) -> None:
    own, other = (make_document(drafts[place].get_parent().specific) for place in ("own", "other"))
    client.force_login(make_editor(drafts["own"].unit))
    many = reverse("wagtaildocs_chooser:chosen_multiple")
    assert client.get(f"{many}?id={own.pk}").status_code == 200
    assert client.get(f"{many}?id={own.pk}&id={other.pk}").status_code == 404


def test_bulk_action_names_no_pages_of_others(client: Client, drafts: dict[str, Any]) -> None:
    own, other = drafts["own"], drafts["other"]
    client.force_login(make_editor(own.unit))
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    for query, status in {
        f"id={own.pk}": 200,
        f"id={own.pk}&id={other.pk}": 404,
        "id=all": 404,
        f"id=all&childOf={own.column_id}&q=x": 404,
        f"id=all&childOf={own.get_parent().pk}": 200,
    }.items():
        assert client.get(f"{url}?{query}").status_code == status, query


def test_denied_page_is_told_in_the_words_of_an_absent_one(client: Client, drafts: dict[str, Any]) -> None:
    client.force_login(make_editor(drafts["own"].unit))
    denied, absent = (
        client.get(reverse("wagtailadmin_pages:history", args=[key])) for key in (drafts["other"].pk, 999_999)
    )
    assert denied.content == absent.content
    assert denied["Cache-Control"] == absent["Cache-Control"]


def test_incomplete_form_is_the_senders_mistake(client: Client, drafts: dict[str, Any]) -> None:
    client.force_login(make_editor(drafts["own"].unit))
    assert client.post(reverse("wagtailadmin_pages:edit", args=[drafts["own"].pk]), {}).status_code == 400


def test_check_finds_a_policy_that_was_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    from wagtail.permission_policies.pages import PagePermissionPolicy
    from wagtail.permissions import policy_registry

    assert check_policies() == []
    monkeypatch.setitem(policy_registry.values_by_class, Page, PagePermissionPolicy(Page))
    assert [error.id for error in check_policies()] == ["gongkai.E010"]
