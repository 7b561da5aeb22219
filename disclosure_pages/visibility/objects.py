"""Kinds of object that an address may name, and the question whether a person may see one of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wagtail.models import Page, UploadedFile

from cms.people.domain.roles import Person
from disclosure_pages.media.models import DisclosureDocument, DisclosureImage
from disclosure_pages.tree.models import Section

from .pages import pages_in_admin, pages_to_link

Sees = Callable[[Person, str], bool]


def _page(user: Person, key: str) -> bool:
    return pages_in_admin(user).filter(pk=key).exists()


def _section(user: Person, key: str) -> bool:
    return _page(user, key) and Section.objects.filter(pk=key).exists()


def _link_target(user: Person, key: str) -> bool:
    return pages_to_link(user, Page.objects.filter(pk=key)).exists()


def _document(user: Person, key: str) -> bool:
    return DisclosureDocument.objects.visible_to(user).filter(pk=key).exists()


def _image(user: Person, key: str) -> bool:
    return DisclosureImage.objects.visible_to(user).filter(pk=key).exists()


def _upload(user: Person, key: str) -> bool:
    return UploadedFile.objects.filter(uploaded_by_user_id=user.pk, pk=key).exists()


KINDS: dict[str, Sees] = {
    "page": _page,
    "section": _section,
    "link target": _link_target,
    "document": _document,
    "image": _image,
    "upload": _upload,
}
#: Kinds of the models that addresses name in words (bulk actions, editing sessions).
KIND_OF_MODEL: dict[str, str] = {
    "wagtailcore.page": "page",
    "gongkai_media.disclosuredocument": "document",
    "gongkai_media.disclosureimage": "image",
}


def sees(user: Person, kind: str, key: Any) -> bool:
    """Whether the object of ``kind`` with ``key`` exists for ``user``. A key that is no number names nothing."""
    text = str(key)
    return text.isdecimal() and len(text) < 19 and KINDS[kind](user, text)
