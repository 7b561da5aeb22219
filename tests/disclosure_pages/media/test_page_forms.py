"""A request made by hand names the file of another unit."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from disclosure_pages.media.models import DisclosureDocument
from disclosure_pages.pages.models import Article, Attachment
from tests.factories.media import make_document, make_image
from tests.factories.pages import make_draft, publish
from tests.factories.people import make_editor
from tests.factories.tree import make_section

pytestmark = pytest.mark.django_db


def form_data(
    *, prose: str = "<p>正文</p>", attachments: tuple[Any, ...] = (), blocks: tuple[Any, ...] = ()
) -> dict[str, Any]:
    """What the editor sends for an article."""
    return nested_form_data(
        {
            "title": "关于招生的公告",
            "slug": "zhao-sheng",
            "body": streamfield([("text", rich_text(prose)), *blocks]),
            "attachments": inline_formset([{"document": str(key), "title": ""} for key in attachments]),
            "comments": inline_formset([]),
        }
    )


def save(client: Client, page: Any, **data: Any) -> Any:
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form_data(**data))


@pytest.fixture
def page(client: Client) -> Any:
    draft = make_draft(section=make_section())
    client.force_login(make_editor(draft.unit))
    return draft


@pytest.fixture
def foreign() -> DisclosureDocument:
    return make_document(make_section(), title="未公开的名单", name="名单.txt")


def test_own_file_is_attached(client: Client, page: Any) -> None:
    document = make_document(page.get_parent().specific)
    assert save(client, page, attachments=(document.pk,)).status_code == 302
    latest = Article.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert latest.attachments.get().document == document


def test_foreign_file_is_no_choice_and_its_title_is_not_told(client: Client, page: Any, foreign: Any) -> None:
    response = save(client, page, attachments=(foreign.pk,))
    assert response.context["form"].formsets["attachments"].errors[0]["document"]
    assert foreign.title not in response.content.decode()
    assert save(client, page, attachments=(999_999,)).status_code == 200


def test_foreign_file_in_prose_ends_the_request(client: Client, page: Any, foreign: Any) -> None:
    assert save(client, page, prose=f'<p><a linktype="document" id="{foreign.pk}">x</a></p>').status_code == 404
    assert save(client, page, prose='<p><a linktype="document" id="999999">x</a></p>').status_code == 302


def test_foreign_image_in_a_block_ends_the_request(client: Client, page: Any) -> None:
    image = make_image(make_section())
    figure = {"image": {"image": image.pk, "alt_text": "图", "decorative": False}, "caption": ""}
    assert save(client, page, blocks=(("figure", figure),)).status_code == 404


def test_link_to_the_draft_of_another_unit_ends_the_request(client: Client, page: Any) -> None:
    other = make_draft(section=make_section())
    link = f'<p><a linktype="page" id="{other.pk}">x</a></p>'
    assert save(client, page, prose=link).status_code == 404
    publish(other)
    assert save(client, page, prose=link).status_code == 302


def test_preview_is_no_way_around(client: Client, page: Any, foreign: Any) -> None:
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    prose = f'<p><a linktype="document" id="{foreign.pk}">x</a></p>'
    assert client.post(url, form_data(prose=prose)).status_code == 404


def test_public_file_of_another_unit_may_be_attached(client: Client, page: Any, foreign: Any) -> None:
    other = make_draft(section=make_section())
    other.attachments = [Attachment(document=foreign)]
    other.save_revision(user=other.owner)
    publish(other)
    assert save(client, page, attachments=(foreign.pk,)).status_code == 302


def test_file_that_the_page_has_already_stays(client: Client, page: Any, foreign: Any) -> None:
    Article.objects.get(pk=page.pk).attachments.add(Attachment(document=foreign))
    page.attachments = [Attachment(document=foreign)]
    page.save_revision(user=page.owner)
    assert save(client, page, attachments=(foreign.pk,)).status_code == 302
