"""Previews in the admin, of pages that are public, that are not, and that were never saved."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from disclosure_pages.pages.models import Article
from tests.disclosure_pages.public.markup import meta_tags, soup_of
from tests.factories.pages import make_changed_draft, make_draft
from tests.factories.people import make_editor
from tests.factories.tree import make_section

pytestmark = pytest.mark.django_db
FORM = {"title": "写作中", "slug": "", "formed_on": "2026-06-01", "body-count": "0", "comments-TOTAL_FORMS": "0"}


@pytest.fixture
def section():
    return make_section()


@pytest.fixture
def editor(section) -> Client:
    client = Client(headers={"host": "localhost"})
    client.force_login(make_editor(section.unit))
    return client


def management(prefix: str) -> dict[str, str]:
    return {f"{prefix}-{name}_FORMS": "0" for name in ("TOTAL", "INITIAL", "MIN_NUM", "MAX_NUM")}


def posted() -> dict[str, str]:
    return {**FORM, **management("attachments"), **management("comments")}


def test_draft_is_previewed_as_it_would_look(section) -> None:
    draft = make_draft("草稿题目", section=section)
    response = draft.make_preview_request(None, "")
    assert soup_of(response).select_one(".notice--preview") is not None
    assert (soup_of(response).h1.text, "PubDate" in meta_tags(response)) == ("草稿题目", False)


def test_change_of_a_public_page_is_previewed_in_its_place(page) -> None:
    changed = make_changed_draft(page, title="改后题目").get_latest_revision_as_object()
    assert soup_of(changed.make_preview_request(None, "")).h1.text == "改后题目"


def test_page_that_was_never_saved_takes_the_place_it_would_have(editor, section) -> None:
    address = reverse("wagtailadmin_pages:preview_on_add", args=("gongkai_pages", "article", section.pk))
    assert editor.post(address, posted()).json() == {"is_valid": True, "is_available": True}
    soup = soup_of(editor.get(address))
    column = section.get_parent()
    assert soup.h1.text == "写作中"
    assert [crumb.text for crumb in soup.select(".breadcrumbs a")][-1] == column.title
    assert Article.objects.count() == 0


def test_preview_in_the_editor_may_be_framed_by_the_admin(editor, section) -> None:
    draft = make_draft(section=section)
    address = reverse("wagtailadmin_pages:preview_on_edit", args=(draft.pk,))
    editor.post(address, posted())
    response = editor.get(address)
    assert response.status_code == 200
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "SAMEORIGIN"
