"""Ways beside the front door that let people through elsewhere; one test each."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import Page

from cms.people.enums import Role
from disclosure_pages.clearance.domain.acts import move_content, withdraw_content
from disclosure_pages.pages.models import Article
from disclosure_pages.public.models import FooterLink
from disclosure_pages.tree.models import DisclosurePage
from tests.factories.media import make_document, make_image
from tests.factories.pages import make_changed_draft, make_draft, make_published
from tests.factories.people import make_editor, make_person, make_superuser
from tests.factories.tree import make_column, make_section

from .world import Actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def other() -> Any:
    """A draft of another unit, with two revisions."""
    return make_changed_draft(make_draft("未公开的名单"), title="改过的名单")


@pytest.fixture
def editor(other: Any) -> Actor:
    """An editor of the district who is a stranger to ``other``."""
    return Actor(make_editor(make_section(column=make_column(district=other.district)).unit))


def own_section(editor: Actor) -> Any:
    return Page.objects.get(
        group_permissions__group__user=editor.user, group_permissions__permission__codename="add_page"
    )


def status(editor: Actor, name: str, *args: Any) -> int:
    code: int = editor.client.get(reverse(name, args=args)).status_code
    return code


def test_preview(editor: Actor, other: Any) -> None:
    assert status(editor, "wagtailadmin_pages:view_draft", other.pk) == 404
    assert status(editor, "wagtailadmin_pages:preview_on_edit", other.pk) == 404


def test_comparison(editor: Actor, other: Any) -> None:
    assert status(editor, "wagtailadmin_pages:revisions_compare", other.pk, "earliest", "latest") == 404


def test_history(editor: Actor, other: Any) -> None:
    assert status(editor, "wagtailadmin_pages:history", other.pk) == 404
    assert status(editor, "wagtailadmin_pages:workflow_history", other.pk) == 404


def test_source_of_a_copy(editor: Actor, other: Any) -> None:
    data = {"new_title": "x", "new_slug": "x", "new_parent_page": own_section(editor).pk}
    response = editor.client.post(reverse("wagtailadmin_pages:copy", args=[other.pk]), data)
    assert (response.status_code, Article.objects.count()) == (404, 1)


def test_chosen_in_a_chooser(editor: Actor, other: Any) -> None:
    section = other.get_parent().specific
    assert status(editor, "wagtaildocs_chooser:chosen", make_document(section).pk) == 404
    assert status(editor, "wagtailimages_chooser:chosen", make_image(section).pk) == 404


def test_preview_of_an_image(editor: Actor, other: Any) -> None:
    image = make_image(other.get_parent().specific)
    assert status(editor, "wagtailimages:preview", image.pk, "width-20") == 404
    assert status(editor, "wagtailimages:url_generator", image.pk) == 404


def test_translation(editor: Actor, other: Any) -> None:
    response = editor.client.post(
        f"/api/v3/pages/{other.pk}/actions/copy_for_translation/",
        {"locale": "en"},
        content_type="application/json",
        headers={"authorization": f"Bearer {editor.token}"},
    )
    assert (response.status_code, Article.objects.count()) == (404, 1)


def test_copy_of_a_snippet(editor: Actor) -> None:
    link = FooterLink.objects.create(label="链接", url="https://example.org/")
    assert status(editor, "wagtailsnippets_gongkai_public_footerlink:copy", link.pk) == 404


def test_pages_in_the_api_of_the_admin(editor: Actor, other: Any) -> None:
    assert status(editor, "wagtailadmin_api:pages:detail", other.pk) == 404
    listing = editor.client.get(reverse("wagtailadmin_api:pages:listing")).json()
    assert other.pk not in {item["id"] for item in listing["items"]}
    action = editor.client.post(reverse("wagtailadmin_api:pages:action", args=[other.pk, "copy"]), {})
    assert (action.status_code, Article.objects.count()) == (404, 1)


def test_files_of_collections_below_that_of_a_section(editor: Actor, other: Any) -> None:
    section = other.get_parent().specific
    document = make_document(section)
    document.collection = section.collection.add_child(name="里面的文件夹")
    document.save()
    assert editor.client.get(document.url).status_code == 404
    assert status(editor, "wagtaildocs:edit", document.pk) == 404
    listing = editor.client.get(reverse("wagtailadmin_api:documents:listing")).json()
    assert listing["items"] == []
    own = Actor(make_editor(other.unit))
    assert b"".join(own.client.get(document.url).streaming_content)


def test_former_address_of_content_that_is_not_public(client: Client) -> None:
    page = make_published()
    office = make_person(Role.DISCLOSURE_OFFICE, district=page.district)
    target = make_section(column=make_column(district=page.district), unit=page.unit)
    before = page.get_url()
    moved = move_content(page=page, section=target, user=office, reason="归类有误")
    assert client.get(before).status_code == 301
    withdraw_content(page=moved, user=office, reason="有误")
    assert client.get(before).status_code in {404, 410}


@pytest.mark.parametrize("keep_live", [True, False])
def test_copy_that_keeps_live(keep_live: bool) -> None:
    page = make_published()
    action = CopyPageAction(page, keep_live=keep_live, update_attrs={"slug": "copy"}, user=make_superuser())
    with suppress(PermissionDenied):
        action.execute(skip_permission_checks=True)
    assert [found.pk for found in DisclosurePage.objects.filter(live=True)] == [page.pk]
