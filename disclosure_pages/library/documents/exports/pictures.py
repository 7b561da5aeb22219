"""Pictures of public content, taken into the text of a file: whoever makes the file then fetches nothing."""

from __future__ import annotations

import base64
import re
from html import unescape
from urllib.parse import urlsplit

from django.http import Http404
from django.urls import Resolver404, resolve

from disclosure_pages.media.inspection.kinds import content_type_of
from disclosure_pages.media.models import DisclosureRendition, PublishedFile
from disclosure_pages.media.names import extension_of

_PICTURE = re.compile(r"""(<img\b[^<>]*?\ssrc=)(["'])(?P<url>[^"'<>]*)\2""", re.IGNORECASE)
MOST_BYTES = 8 * 1024 * 1024


def with_pictures(html: str) -> str:
    """``html`` with its pictures inside; what is not a public picture of this site is left out."""
    return _PICTURE.sub(lambda match: f'{match[1]}"{_data_of(unescape(match["url"]))}"', html)


def _data_of(url: str) -> str:
    try:
        match = resolve(urlsplit(url).path)
    except (Resolver404, Http404):
        return ""
    if match.url_name != "gongkai_media_rendition":
        return ""
    rendition = DisclosureRendition.objects.select_related("image").filter(pk=match.kwargs["rendition_id"]).first()
    content = bytes_of_public(rendition) if rendition is not None else b""
    if not content:
        return ""
    kind = content_type_of(extension_of(rendition.file.name))
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def bytes_of_public(rendition: DisclosureRendition) -> bytes:
    """What everybody may see of ``rendition``; empty if it is not public, is not what was cleared, or is too large."""
    if not rendition.is_faithful or not PublishedFile.objects.serves(rendition.image):
        return b""
    with rendition.file.open("rb") as file:
        content: bytes = file.read(MOST_BYTES + 1)
    return content if len(content) <= MOST_BYTES else b""
