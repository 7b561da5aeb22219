"""Every door through which a file comes in looks into it, and says why it does not take it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import APIToken

from disclosure_pages.media.models import DisclosureDocument
from tests.factories.files import docx_bytes
from tests.factories.media import text_bytes
from tests.factories.people import make_editor, make_moderator
from tests.factories.tree import make_section

pytestmark = pytest.mark.django_db
CHINESE = re.compile(r"[\u4e00-\u9fff]")
AJAX = {"x-requested-with": "XMLHttpRequest"}


@pytest.fixture
def section() -> Any:
    return make_section()


def upload(client: Client, road: str, section: Any, file: SimpleUploadedFile) -> list[str]:
    """Send ``file`` in by ``road``; returns what was said against it."""
    data = {"title": "附件", "collection": section.collection_id, "tags": ""}
    if road == "form":
        response = client.post(reverse("wagtaildocs:add"), {**data, "file": file})
        return [] if response.status_code == 302 else response.context["form"].errors.get("file", ["?"])
    if road == "several":
        answer = client.post(reverse("wagtaildocs:add_multiple"), {**data, "files[]": file}, headers=AJAX).json()
        return [] if answer["success"] else [answer["error_message"]]
    if road == "chooser":
        names = {f"document-chooser-upload-{name}": value for name, value in data.items()}
        sent = {**names, "document-chooser-upload-file": file}
        answer = client.post(reverse("wagtaildocs_chooser:create"), sent, headers=AJAX).json()
        return (
            []
            if answer["step"] == "chosen"
            else re.findall(r"error-message[^>]*>(.*?)</p>", answer["htmlFragment"], re.DOTALL)
        )
    _row, token = APIToken.create_token(user=client.owner, name="x")
    sent = {"title": "附件", "collection": section.collection_id, "file": file}
    response = client.post("/api/v3/documents/", sent, headers={"authorization": f"Bearer {token}"})
    return [] if response.status_code == 201 else [item["msg"] for item in response.json()["errors"]]


def signed_in(client: Client, user: Any) -> Client:
    client.force_login(user)
    client.owner = user
    return client


ROADS = ["form", "several", "chooser", "api"]


@pytest.mark.parametrize("road", ROADS)
def test_disguised_file_is_refused_in_words_at_its_field(client: Client, section: Any, road: str) -> None:
    said = upload(
        signed_in(client, make_editor(section.unit)), road, section, SimpleUploadedFile("公告.pdf", docx_bytes())
    )
    assert CHINESE.search("".join(said))
    assert not DisclosureDocument.objects.exists()


@pytest.mark.parametrize("road", ROADS)
def test_file_that_is_what_it_says_comes_in(client: Client, section: Any, road: str) -> None:
    said = upload(
        signed_in(client, make_editor(section.unit)), road, section, SimpleUploadedFile("公告.docx", docx_bytes())
    )
    document = DisclosureDocument.objects.get()
    assert (said, document.filename, document.collection_id) == ([], "公告.docx", section.collection_id)
    assert document.file_hash == document.get_file_hash()


def test_file_that_is_too_big_is_refused(client: Client, section: Any, settings: Any) -> None:
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 10
    said = upload(
        signed_in(client, make_editor(section.unit)), "form", section, SimpleUploadedFile("a.txt", text_bytes())
    )
    assert len(said) == 1
    assert not DisclosureDocument.objects.exists()


@pytest.mark.parametrize("road", ["form", "chooser"])
def test_nothing_comes_into_the_collection_of_another_unit(client: Client, section: Any, road: str) -> None:
    other = make_section()
    upload(signed_in(client, make_editor(section.unit)), road, other, SimpleUploadedFile("a.txt", text_bytes()))
    assert not DisclosureDocument.objects.filter(collection=other.collection).exists()


def test_moderator_chooses_files_but_brings_none(client: Client, section: Any) -> None:
    client.force_login(make_moderator(section.unit))
    file = SimpleUploadedFile("a.txt", text_bytes())
    response = client.post(
        reverse("wagtaildocs:add"), {"title": "x", "collection": section.collection_id, "file": file}
    )
    assert response.status_code in {302, 403}
    assert not DisclosureDocument.objects.exists()
