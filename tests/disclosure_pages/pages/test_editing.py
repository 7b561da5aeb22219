"""Writing content through the doors of the admin and the API."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import APIToken
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from cms.people.models import User
from disclosure_pages.clearance.models import Clearance
from disclosure_pages.pages.models import Article
from disclosure_pages.tree.models import Section
from tests.factories.kinds import KINDS, section_for
from tests.factories.pages import make_draft, make_published
from tests.factories.people import make_editor
from tests.factories.tree import make_section

pytestmark = pytest.mark.django_db


@pytest.fixture
def section() -> Section:
    return make_section()


@pytest.fixture
def editor(section: Section) -> User:
    return make_editor(section.unit)


def article_form(title: str, **fields: Any) -> dict[str, Any]:
    """What the browser posts for an article."""
    return nested_form_data(
        {
            "title": title,
            "slug": "",
            "formed_on": "2026-06-01",
            "body": streamfield([("text", rich_text("<p>正文</p>"))]),
            "attachments": inline_formset([]),
            "comments": inline_formset([]),
            **fields,
        }
    )


def post_new(client: Client, section: Section, **fields: Any) -> Any:
    address = reverse("wagtailadmin_pages:add", args=["gongkai_pages", "article", section.pk])
    return client.post(address, article_form(**fields))


def post_edit(client: Client, page: Article, **fields: Any) -> Any:
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), article_form(**fields))


def latest(page: Article) -> Any:
    """The newest draft."""
    return Article.objects.get(pk=page.pk).get_latest_revision_as_object()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_create_form_opens_for_every_kind(client: Client, kind: Any) -> None:
    place = section_for(kind)
    client.force_login(make_editor(place.unit))
    address = reverse("wagtailadmin_pages:add", args=["gongkai_pages", kind._meta.model_name, place.pk])
    response = client.get(address)
    assert response.status_code == 200
    assert 'name="expire_at"' not in response.content.decode()


def test_blank_address_is_made_from_the_title_in_pinyin(client: Client, section: Section, editor: User) -> None:
    client.force_login(editor)
    post_new(client, section, title="2026年秋季招生公告（第二号）")
    page = Article.objects.get()
    assert (page.slug, page.live) == ("2026-nian-qiu-ji-zhao-sheng-gong-gao-di-er-hao", False)


def test_address_taken_in_another_section_of_the_column_gets_a_number(client: Client) -> None:
    first = make_section()
    second = make_section(column=first.get_parent().specific)
    make_draft("招生公告", section=first)
    client.force_login(make_editor(second.unit))
    post_new(client, second, title="招生公告")
    assert Article.objects.latest("pk").slug == "zhao-sheng-gong-gao-2"


def test_address_typed_by_hand_that_is_taken_is_refused_at_its_field(client: Client) -> None:
    first = make_section()
    second = make_section(column=first.get_parent().specific)
    make_draft("招生公告", section=first)
    client.force_login(make_editor(second.unit))
    response = post_new(client, second, title="别的", slug="zhao-sheng-gong-gao")
    assert "slug" in response.context["form"].errors
    assert Article.objects.count() == 1


def test_address_follows_the_title_until_publication(client: Client, section: Section, editor: User) -> None:
    client.force_login(editor)
    page = make_draft("招", section=section, author=editor)
    post_edit(client, page, title="招生公告", slug="zhao")
    assert latest(page).slug == "zhao-sheng-gong-gao"


def test_address_changed_by_hand_stays(client: Client, section: Section, editor: User) -> None:
    client.force_login(editor)
    page = make_draft("招", section=section, author=editor, slug="admission")
    post_edit(client, page, title="招生公告", slug="admission")
    assert latest(page).slug == "admission"


def test_address_of_public_content_does_not_follow_the_title(client: Client, section: Section, editor: User) -> None:
    client.force_login(editor)
    page = make_published("招", section=section, author=editor)
    post_edit(client, page, title="招生公告", slug="zhao")
    assert latest(page).slug == "zhao"


def test_autosave_tells_the_browser_the_address(client: Client, section: Section, editor: User) -> None:
    client.force_login(editor)
    address = reverse("wagtailadmin_pages:add", args=["gongkai_pages", "article", section.pk])
    response = client.post(address, article_form("招生公告"), headers={"accept": "application/json"})
    assert response.json()["field_updates"]["slug"] == "zhao-sheng-gong-gao"


def test_figure_without_alternative_text_is_refused(client: Client, section: Section, editor: User) -> None:
    from tests.factories.media import make_image

    client.force_login(editor)
    figure = {"image": {"image": make_image(section).pk, "alt_text": "", "decorative": ""}, "caption": ""}
    body = streamfield([("figure", figure)])
    response = post_new(client, section, title="有图", body=body, **{"action-submit": "1"})
    assert "body" in response.context["form"].errors


def test_api_makes_the_address_too(client: Client, section: Section, editor: User) -> None:
    make_draft("招生公告", section=section)
    _token, key = APIToken.create_token(user=editor, name="脚本")
    response = client.post(
        reverse("wagtailapi_v3:create_page"),
        json.dumps(
            {
                "meta": {"type": "gongkai_pages.Article", "parent_id": section.pk},
                "title": "招生公告",
                "formed_on": "2026-06-01",
                "body": [{"type": "text", "value": {"format": "db_html", "content": "<p>正文</p>"}}],
            }
        ),
        content_type="application/json",
        headers={"authorization": f"Bearer {key}"},
    )
    assert response.status_code == 201, response.content.decode()
    assert Article.objects.latest("pk").slug == "zhao-sheng-gong-gao-2"


def test_copy_of_public_content_is_a_draft_with_nothing_decided(section: Section) -> None:
    page = make_published(section=section)
    copy = CopyPageAction(page, keep_live=False, update_attrs={"slug": "copy"}).execute(skip_permission_checks=True)
    stored = Article.objects.get(pk=copy.pk)
    decided = (stored.live, stored.is_public, stored.attribute, stored.published_on, stored.first_published_at)
    assert decided == (False, False, "", None, None)
    assert not Clearance.objects.of(stored).exists()
    assert stored.body == page.body
