"""Wagtail's own screens where acts of ours take their place: refused with a message or a 403/404, never a 500."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from cms.people.models import User
from disclosure_pages.clearance.domain.verifying import find_breaches
from disclosure_pages.pages.models import Article
from disclosure_pages.pages.prose import BODY_FEATURES
from disclosure_pages.tree.models import DisclosurePage
from tests.factories.pages import make_changed_draft, make_draft, make_published, submit
from tests.factories.people import make_editor, make_moderator, make_superuser
from tests.factories.tree import make_section

from .conftest import SignIn

pytestmark = pytest.mark.django_db

PEOPLE: dict[str, Callable[[Any], User]] = {
    "editor": lambda page: make_editor(page.unit),
    "moderator": lambda page: make_moderator(page.unit),
    "superuser": lambda page: make_superuser(),
}
each_person = pytest.mark.parametrize("who", PEOPLE)


def form_data(page: Any, **changes: Any) -> dict[str, Any]:
    """What the editor's form of an article sends; ``changes`` are plain fields and buttons."""
    prose = rich_text("<p>正文。</p>", features=BODY_FEATURES)
    plain = {"title": page.title, "slug": page.slug, "source": "区局", "formed_on": "2026-06-01"}
    nested = {
        "body": streamfield([("text", prose)]),
        "attachments": inline_formset([]),
        "comments": inline_formset([]),
    }
    return {**nested_form_data(nested), **plain, **changes}


def pages_url(name: str, *args: Any) -> str:
    return reverse(f"wagtailadmin_pages:{name}", args=args)


def is_refused(response: Any) -> bool:
    """403, 404, or back to the home with a message."""
    return response.status_code in {403, 404} or response.headers.get("Location") == reverse("wagtailadmin_home")


@each_person
def test_publishing_from_the_editor_saves_a_draft(sign_in: SignIn, who: str) -> None:
    page = make_draft()
    client = sign_in(PEOPLE[who](page))
    response = client.post(pages_url("edit", page.pk), form_data(page, **{"action-publish": "1"}))
    assert response.status_code in {200, 302}
    assert not DisclosurePage.objects.filter(live=True).exists()


@each_person
def test_publishing_a_new_page_saves_a_draft(sign_in: SignIn, who: str) -> None:
    section = make_draft().get_parent()
    client = sign_in(PEOPLE[who](section.specific))
    url = pages_url("add", "gongkai_pages", "article", section.pk)
    response = client.post(url, form_data(Article(title="新", slug="xin"), **{"action-publish": "1"}))
    assert response.status_code == 302
    assert not DisclosurePage.objects.filter(live=True).exists()


@each_person
@pytest.mark.parametrize("action", ["publish", "unpublish"])
def test_bulk_publishing_is_not_there(sign_in: SignIn, who: str, action: str) -> None:
    page = make_published()
    client = sign_in(PEOPLE[who](page))
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    assert client.post(f"{url}?id={page.pk}").status_code == 404
    listing = client.get(reverse("wagtailadmin_explore", args=[page.get_parent().pk])).content.decode()
    assert f"/bulk/wagtailcore/page/{action}/" not in listing


@each_person
@pytest.mark.parametrize("action", ["delete", "move"])
def test_bulk_acts_on_public_content_change_nothing(sign_in: SignIn, who: str, action: str) -> None:
    page = make_published()
    target = make_section(column=page.column)
    client = sign_in(PEOPLE[who](page))
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    response = client.post(f"{url}?id={page.pk}", {"chooser": target.pk})
    assert response.status_code < 500
    assert DisclosurePage.objects.public().get().unit_id == page.unit_id


@each_person
def test_copy_offers_neither_publication_nor_alias(sign_in: SignIn, who: str) -> None:
    page = make_published()
    client = sign_in(PEOPLE[who](page))
    data = {"new_title": "副本", "new_slug": "copy", "new_parent_page": page.get_parent().pk}
    response = client.post(pages_url("copy", page.pk), {**data, "publish_copies": "on", "alias": "on"})
    assert response.status_code in {200, 302}
    assert not Page.objects.filter(alias_of__isnull=False).exists()
    assert DisclosurePage.objects.filter(live=True).get().pk == page.pk


@each_person
@pytest.mark.parametrize("name", ["unpublish", "delete", "move", "set_privacy"])
def test_stock_acts_on_public_content_are_refused(sign_in: SignIn, who: str, name: str) -> None:
    page = make_published()
    client = sign_in(PEOPLE[who](page))
    for response in (
        client.get(pages_url(name, page.pk)),
        client.post(pages_url(name, page.pk), {"restriction_type": "login"}),
    ):
        assert is_refused(response)
    assert DisclosurePage.objects.public().exists()


@each_person
def test_confirming_a_move_of_public_content_is_refused(sign_in: SignIn, who: str) -> None:
    page = make_published()
    target = make_section(column=page.column)
    client = sign_in(PEOPLE[who](page))
    assert is_refused(client.post(pages_url("move_confirm", page.pk, target.pk)))
    assert DisclosurePage.objects.get().unit_id == page.unit_id


@each_person
def test_going_back_to_an_older_version_makes_a_draft(sign_in: SignIn, who: str) -> None:
    page = make_published("现行的标题")
    old = page.get_latest_revision()
    make_changed_draft(page, title="新稿")
    client = sign_in(PEOPLE[who](page))
    data = form_data(page, title="改回的标题", **{"action-publish": "1"})
    assert client.post(pages_url("revisions_revert", page.pk, old.pk), data).status_code in {200, 302}
    assert DisclosurePage.objects.get().title == "现行的标题"


@each_person
@pytest.mark.parametrize("action", ["approve", "reject"])
@pytest.mark.parametrize("name", ["workflow_action", "collect_workflow_action_data"])
def test_stock_workflow_actions_are_refused(sign_in: SignIn, who: str, action: str, name: str) -> None:
    page = make_draft()
    task_state = submit(page)
    client = sign_in(PEOPLE[who](page))
    response = client.post(pages_url(name, page.pk, action, task_state.pk))
    assert is_refused(response)
    task_state.refresh_from_db()
    assert task_state.status == "in_progress"


@each_person
def test_workflow_action_in_the_editor_changes_nothing(sign_in: SignIn, who: str) -> None:
    page = make_draft()
    task_state = submit(page)
    client = sign_in(PEOPLE[who](page))
    data = form_data(page, **{"action-workflow-action": "1", "workflow-action-name": "approve"})
    assert client.post(pages_url("edit", page.pk), data).status_code == 200
    task_state.refresh_from_db()
    assert task_state.status == "in_progress"


@each_person
def test_alias_made_in_the_database_is_converted_into_a_draft_at_most(sign_in: SignIn, who: str) -> None:
    page, other = make_published(), make_draft()
    Page.objects.filter(pk=other.pk).update(alias_of=page.pk)
    client = sign_in(PEOPLE[who](other))
    assert client.post(pages_url("convert_alias", other.pk)).status_code < 500
    assert not list(find_breaches())


@each_person
def test_schedule_is_not_cancelled_from_the_history(sign_in: SignIn, who: str) -> None:
    page = make_draft()
    revision = page.get_latest_revision()
    assert is_refused(sign_in(PEOPLE[who](page)).post(pages_url("revisions_unschedule", page.pk, revision.pk)))


@each_person
def test_content_that_was_public_is_not_deleted_by_hand(sign_in: SignIn, who: str) -> None:
    page = make_published()
    Page.objects.filter(pk=page.pk).update(live=False)
    DisclosurePage.objects.filter(pk=page.pk).update(is_public=False)
    assert is_refused(sign_in(PEOPLE[who](page)).post(pages_url("delete", page.pk)))
    assert DisclosurePage.objects.exists()


def test_editor_deletes_a_draft_of_her_own(sign_in: SignIn) -> None:
    page = make_draft()
    sign_in(page.owner).post(pages_url("delete", page.pk))
    assert not DisclosurePage.objects.exists()


@each_person
def test_editor_screen_offers_no_replaced_action(sign_in: SignIn, who: str) -> None:
    page = make_published()
    text = sign_in(PEOPLE[who](page)).get(pages_url("edit", page.pk)).content.decode()
    for name in ("action-publish", "action-unpublish", "action-restart-workflow", "expire_at", "set_privacy"):
        assert f'"{name}"' not in text, name
