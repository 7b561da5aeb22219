"""The files of one version, for people who look at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wagtail.images.models import SourceImageIOError

from disclosure_pages.media.models import DisclosureDocument, DisclosureImage
from disclosure_pages.media.references import file_references

if TYPE_CHECKING:
    from disclosure_pages.tree.models import DisclosurePage

LARGE = "max-1600x1600"


@dataclass(frozen=True, kw_only=True)
class AttachedFile:
    """A document or a picture; ``url`` is empty when its bytes are lost, ``size`` is in bytes."""

    title: str
    name: str
    url: str
    size: int | None
    icon: str


def attached_files(page: DisclosurePage) -> list[AttachedFile]:
    """Documents, then pictures, that this very version uses, with the addresses at which they can be looked at."""
    found = file_references(page)
    documents = DisclosureDocument.objects.filter(pk__in=found[DisclosureDocument]).order_by("title")
    pictures = DisclosureImage.objects.filter(pk__in=found[DisclosureImage]).order_by("title")
    return [
        *(_describe(item, url=item.url, name=item.filename, icon="doc-full-inverse") for item in documents),
        *(_describe(item, url=_picture_url(item), name=item.filename, icon="image") for item in pictures),
    ]


def _describe(file: Any, *, url: str, name: str, icon: str) -> AttachedFile:
    try:
        size: int | None = file.get_file_size()
    except (OSError, SourceImageIOError):
        url, size = "", None
    return AttachedFile(title=file.title, name=name, url=url, size=size, icon=icon)


def _picture_url(image: DisclosureImage) -> str:
    try:
        return str(image.get_rendition(LARGE).url)
    except (OSError, SourceImageIOError):
        return ""
