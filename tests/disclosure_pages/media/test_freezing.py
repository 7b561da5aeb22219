"""What public content uses stays as it was cleared."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from disclosure_pages.clearance.digest import content_digest
from disclosure_pages.media.exceptions import FileFrozen
from disclosure_pages.media.models import DisclosureDocument, DisclosureImage
from disclosure_pages.pages.models import Attachment
from tests.factories.media import make_document, make_image, picture_bytes, replace_bytes, text_bytes
from tests.factories.pages import make_draft, publish
from tests.factories.people import make_editor
from tests.factories.tree import make_section

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> Any:
    """A draft with a document and a picture."""
    section = make_section()
    image = make_image(section)
    body = f'<p>正文</p><embed alt="图" embedtype="image" format="fullwidth" id="{image.pk}"/>'
    draft = make_draft(section=section, body=body)
    draft.attachments = [Attachment(document=make_document(section))]
    draft.save_revision(user=draft.owner)
    return draft


@pytest.fixture
def document(page: Any) -> DisclosureDocument:
    return page.attachments.get_object_list()[0].document


@pytest.fixture
def image(page: Any) -> DisclosureImage:
    return DisclosureImage.objects.get()


def as_editor(client: Client, page: Any) -> Client:
    client.force_login(make_editor(page.unit))
    return client


def post_document(client: Client, document: DisclosureDocument, **changes: Any) -> Any:
    data = {"title": document.title, "collection": document.collection_id, "tags": "", **changes}
    return client.post(reverse("wagtaildocs:edit", args=[document.pk]), data)


def test_digest_follows_the_bytes_and_the_titles_of_files(page: Any, document: Any, image: Any) -> None:
    seen = [content_digest(page)]
    replace_bytes(document, text_bytes())
    seen.append(content_digest(page))
    replace_bytes(image, picture_bytes())
    seen.append(content_digest(page))
    DisclosureDocument.objects.update(title="另一个标题")
    seen.append(content_digest(page))
    DisclosureImage.objects.update(description="另一段说明")
    seen.append(content_digest(page))
    assert len(set(seen)) == len(seen)
    assert content_digest(page) == seen[-1]


def test_form_replaces_bytes_of_a_draft(client: Client, page: Any, document: Any) -> None:
    content = text_bytes()
    response = post_document(as_editor(client, page), document, file=SimpleUploadedFile("新.txt", content))
    document.refresh_from_db()
    assert response.status_code == 302
    assert (document.filename, document.file.read()) == ("新.txt", content)
    document.file.close()


@pytest.mark.parametrize("field", ["title", "file"])
def test_form_refuses_to_change_what_is_public(client: Client, page: Any, document: Any, field: str) -> None:
    publish(page)
    before = document.get_file_hash()
    value = "另一个标题" if field == "title" else SimpleUploadedFile("新.txt", text_bytes())
    response = post_document(as_editor(client, page), document, **{field: value})
    document.refresh_from_db()
    assert response.context["form"].errors[field]
    assert (document.title, document.get_file_hash()) == ("附件", before)


def test_multiple_upload_screen_refuses_to_retitle_what_is_public(client: Client, page: Any, document: Any) -> None:
    publish(page)
    url = reverse("wagtaildocs:edit_multiple", args=[document.pk])
    prefix = f"doc-{document.pk}"
    data = {f"{prefix}-title": "另一个", f"{prefix}-collection": document.collection_id, f"{prefix}-tags": ""}
    assert (
        as_editor(client, page).post(url, data, headers={"x-requested-with": "XMLHttpRequest"}).json()["success"]
        is False
    )


def test_form_of_an_image_refuses_to_change_what_is_public(client: Client, page: Any, image: Any) -> None:
    publish(page)
    data = {"title": image.title, "description": "另一段", "collection": image.collection_id, "tags": ""}
    response = as_editor(client, page).post(reverse("wagtailimages:edit", args=[image.pk]), data)
    assert response.context["form"].errors["description"]


@pytest.mark.parametrize("field", ["file", "title"])
def test_saving_other_bytes_or_words_is_refused_while_public(page: Any, document: Any, field: str) -> None:
    publish(page)
    setattr(document, field, ContentFile(text_bytes(), name="新.txt") if field == "file" else "另一个标题")
    with pytest.raises(FileFrozen):
        document.save()


def test_tags_and_collection_of_a_public_file_may_change(page: Any, document: Any) -> None:
    publish(page)
    document.collection = make_section(unit=page.unit).collection
    document.save()
    document.tags.add("预算")


def test_deleting_what_is_public_is_refused(page: Any, image: Any) -> None:
    publish(page)
    with pytest.raises(FileFrozen):
        image.delete()


def delete_by(road: str, client: Client, file: Any) -> None:
    """Ask for the deletion of ``file`` at one of the doors of the admin."""
    app = "wagtaildocs" if isinstance(file, DisclosureDocument) else "wagtailimages"
    if road == "bulk":
        label = (file._meta.app_label, file._meta.model_name, "delete")
        client.post(f"{reverse('wagtail_bulk_action', args=label)}?id={file.pk}")
    else:
        client.post(reverse(f"{app}:{road}", args=[file.pk]), headers={"x-requested-with": "XMLHttpRequest"})


@pytest.mark.parametrize("road", ["delete", "delete_multiple", "bulk"])
@pytest.mark.parametrize("kind", ["document", "image"])
def test_no_door_deletes_what_is_public(
    client: Client, page: Any, kind: str, road: str, request: pytest.FixtureRequest
) -> None:
    publish(page)
    file = request.getfixturevalue(kind)
    delete_by(road, as_editor(client, page), file)
    assert type(file).objects.filter(pk=file.pk).exists()


def test_attachment_of_a_saved_draft_is_not_deleted(client: Client, page: Any, document: Any) -> None:
    page.save()
    delete_by("delete", as_editor(client, page), document)
    delete_by("bulk", client, document)
    assert DisclosureDocument.objects.exists()


@pytest.mark.parametrize("road", ["delete", "delete_multiple", "bulk"])
def test_unused_file_is_deleted_at_every_door(client: Client, page: Any, road: str) -> None:
    unused = make_document(page.get_parent().specific)
    delete_by(road, as_editor(client, page), unused)
    assert not DisclosureDocument.objects.filter(pk=unused.pk).exists()


def test_file_of_a_draft_may_be_deleted(client: Client, page: Any, image: Any) -> None:
    response = as_editor(client, page).post(reverse("wagtailimages:delete", args=[image.pk]))
    assert response.status_code == 302
    assert not DisclosureImage.objects.exists()
