"""Who gets a file, and how."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from cms.people.enums import Role
from disclosure_pages.clearance.domain.acts import withdraw_content
from disclosure_pages.media.models import PublishedFile
from disclosure_pages.pages.models import Attachment
from tests.factories.media import make_document, make_image, picture_bytes, replace_bytes, text_bytes
from tests.factories.pages import make_changed_draft, make_draft, make_published, publish
from tests.factories.people import make_editor, make_person
from tests.factories.tree import make_section

pytestmark = pytest.mark.django_db


def draft_with_document(**fields: Any) -> tuple[Any, Any]:
    """A draft and the document attached to it."""
    section = make_section()
    document = make_document(section, **fields)
    page = make_draft(section=section)
    page.attachments = [Attachment(document=document)]
    page.save_revision(user=page.owner)
    return page, document


def fetch(client: Client, url: str, **headers: str) -> Any:
    """The answer, read to its end, which closes the file."""
    response: Any = client.get(url, headers=headers)
    response.body = response.getvalue()
    return response


def status_of(client: Client, url: str) -> int:
    return fetch(client, url).status_code


def draft_with_picture() -> tuple[Any, Any]:
    section = make_section()
    image = make_image(section)
    body = f'<p>正文</p><embed alt="图" embedtype="image" format="fullwidth" id="{image.pk}"/>'
    return make_draft(section=section, body=body), image


def test_document_of_draft_is_absent_for_the_public(client: Client) -> None:
    _page, document = draft_with_document()
    assert status_of(client, document.url) == 404


def test_document_of_public_content_is_served_and_may_be_cached(client: Client) -> None:
    page, document = draft_with_document(content="公开的附件".encode())
    publish(page)
    response = fetch(client, document.url)
    assert (response.status_code, response.body.decode()) == (200, "公开的附件")
    assert response["Cache-Control"] == "public, max-age=300"
    assert "Cookie" not in response.get("Vary", "")


def test_document_leaves_with_its_page(client: Client) -> None:
    page, document = draft_with_document()
    page = publish(page)
    withdraw_content(page=page, user=make_person(Role.MODERATOR, unit=page.unit), reason="有误")
    assert status_of(client, document.url) == 404


def test_document_dropped_by_a_newer_version_is_not_public_any_more(client: Client) -> None:
    page, document = draft_with_document()
    page = publish(page)
    publish(make_changed_draft(page, attachments=[]))
    assert status_of(client, document.url) == 404


def test_document_added_to_a_draft_of_public_content_stays_hidden(client: Client) -> None:
    page = make_published()
    document = make_document(Page.objects.get(pk=page.pk).get_parent().specific)
    make_changed_draft(page, attachments=[Attachment(document=document)])
    assert status_of(client, document.url) == 404


def test_bytes_changed_behind_our_back_are_not_served_to_the_public(client: Client) -> None:
    page, document = draft_with_document()
    publish(page)
    replace_bytes(document, text_bytes())
    assert status_of(client, document.url) == 404


def test_document_lost_by_the_storage_is_absent(client: Client) -> None:
    page, document = draft_with_document()
    publish(page)
    document.file.storage.delete(document.file.name)
    assert status_of(client, document.url) == 404


@pytest.mark.parametrize("name", ["other.txt", "", "../附件.txt"])
def test_document_under_another_name_is_absent(client: Client, name: str) -> None:
    page, document = draft_with_document()
    publish(page)
    assert status_of(client, f"/documents/{document.pk}/{name}") == 404


def test_stored_files_have_no_address_of_their_own(client: Client, settings: Any) -> None:
    page, document = draft_with_document()
    publish(page)
    assert status_of(client, f"{settings.MEDIA_URL}{document.file.name}") == 404
    assert document.original_name not in document.file.name


@pytest.mark.parametrize(
    ("role", "is_there"),
    [(Role.CONFIDENTIALITY_REVIEWER, True), (Role.DISCLOSURE_OFFICE, True), (Role.THEME_DESIGNER, False)],
)
def test_document_of_draft_for_people_of_the_district(client: Client, role: str, is_there: bool) -> None:
    page, document = draft_with_document()
    client.force_login(make_person(role, district=page.district))
    assert status_of(client, document.url) == (200 if is_there else 404)


@pytest.mark.parametrize("role", [Role.EDITOR, Role.MODERATOR])
def test_document_of_draft_for_people_of_the_unit_and_of_another(client: Client, role: str) -> None:
    page, document = draft_with_document()
    client.force_login(make_person(role, unit=page.unit))
    response = fetch(client, document.url)
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
    client.force_login(make_person(role, unit=make_section().unit))
    assert status_of(client, document.url) == 404


def test_document_of_draft_for_auditors_of_the_city_and_of_another(client: Client) -> None:
    page, document = draft_with_document()
    client.force_login(make_person(Role.CITY_AUDITOR, city=page.district.city))
    assert status_of(client, document.url) == 200
    client.force_login(make_person(Role.CITY_AUDITOR, city=make_section().unit.district.city))
    assert status_of(client, document.url) == 404


def test_download_keeps_the_chinese_name_and_cannot_run(client: Client) -> None:
    page, document = draft_with_document(name="2026年 预算表.csv", content=b"a,b\r\n")
    publish(page)
    response = fetch(client, document.url)
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''2026%E5%B9%B4%20")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize("name", ["图.svg", "页.html", "程序.exe", "无后缀"])
def test_file_that_a_browser_might_run_is_offered_for_download(client: Client, name: str) -> None:
    page, document = draft_with_document(name=name, content=b"<svg onload='alert(1)'/>")
    publish(page, reason="看过：一段代码样例")
    response = fetch(client, document.url)
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")


def test_part_of_a_file_and_an_unchanged_file(client: Client) -> None:
    page, document = draft_with_document(content=b"0123456789")
    publish(page)
    part = fetch(client, document.url, range="bytes=2-5")
    assert (part.status_code, part.body, part["Content-Range"]) == (206, b"2345", "bytes 2-5/10")
    again = fetch(client, document.url, if_none_match=part["ETag"])
    assert (again.status_code, again.body) == (304, b"")
    assert client.head(document.url)["Content-Length"] == "10"
    assert client.post(document.url).status_code == 405


def test_proxy_is_told_where_the_file_is(client: Client, settings: Any) -> None:
    settings.MEDIA_ACCEL_PREFIX = "/protected/"
    page, document = draft_with_document()
    assert status_of(client, document.url) == 404
    publish(page)
    response = fetch(client, document.url)
    assert (response["X-Accel-Redirect"], response.body) == (f"/protected/{document.file.name}", b"")


def test_rendition_follows_its_page(client: Client) -> None:
    page, image = draft_with_picture()
    rendition = image.get_rendition("width-20")
    assert status_of(client, rendition.url) == 404
    publish(page)
    response = fetch(client, rendition.url)
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert status_of(client, f"/media/{image.file.name}") == 404


def test_rendition_of_draft_for_its_unit_only(client: Client) -> None:
    page, image = draft_with_picture()
    rendition = image.get_rendition("width-20")
    client.force_login(make_editor(page.unit))
    assert status_of(client, rendition.url) == 200
    client.force_login(make_editor(make_section().unit))
    assert status_of(client, rendition.url) == 404


def test_rendition_of_other_bytes_is_not_public(client: Client) -> None:
    page, image = draft_with_picture()
    publish(page)
    old, other = image.get_rendition("width-20"), image.get_rendition("width-10")
    replace_bytes(other, picture_bytes())
    assert [status_of(client, item.url) for item in (old, other)] == [200, 404]
    replace_bytes(image, picture_bytes())
    assert status_of(client, old.url) == 404


def test_stale_rendition_stays_hidden_when_new_bytes_are_cleared(client: Client) -> None:
    page, image = draft_with_picture()
    stale = image.get_rendition("width-20")
    replace_bytes(image, picture_bytes())
    publish(page)
    assert PublishedFile.objects.serves(image)
    assert status_of(client, stale.url) == 404


def test_renditions_made_together_are_public_like_single_ones(client: Client) -> None:
    page, image = draft_with_picture()
    publish(page)
    made = image.get_renditions("width-20", "width-10")
    assert {status_of(client, item.url) for item in made.values()} == {200}


def test_rendition_does_not_tell_where_the_photo_was_taken() -> None:
    from PIL import Image as Picture

    exif = Picture.Exif()
    exif[0x010E] = "朝阳里12号"
    image = make_image(content=picture_bytes("JPEG", exif=exif))
    rendition = image.get_rendition("width-20")
    with rendition.file.open() as stream, Picture.open(stream) as picture:
        assert not picture.getexif()
