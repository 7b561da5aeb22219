"""Files with real bytes, never the same twice: what is uploaded is examined by content, and bytes are compared."""

from __future__ import annotations

from io import BytesIO
from itertools import count
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image

from disclosure_pages.media.models import DisclosureDocument, DisclosureImage
from disclosure_pages.tree.models import Section

_numbers = count(1)


def text_bytes() -> bytes:
    """A short text."""
    return f"附件第{next(_numbers)}号。\r\n".encode()


def picture_bytes(kind: str = "PNG", *, size: tuple[int, int] = (40, 30), **options: Any) -> bytes:
    """A plain picture in a colour of its own; ``options`` go to the encoder, such as ``exif``."""
    stream, number = BytesIO(), next(_numbers)
    Image.new("RGB", size, (number % 256, number // 256 % 256, 128)).save(stream, kind, **options)
    return stream.getvalue()


def make_document(
    section: Section | None = None, *, title: str = "附件", name: str = "附件.txt", content: bytes | None = None
) -> DisclosureDocument:
    """A document in the collection of ``section``, or in the root collection."""
    file = ContentFile(text_bytes() if content is None else content, name=name)
    return DisclosureDocument.objects.create(title=title, file=file, **_place(section))


def make_image(
    section: Section | None = None, *, title: str = "图片", name: str = "picture.png", content: bytes | None = None
) -> DisclosureImage:
    """A picture in the collection of ``section``, or in the root collection."""
    file = ContentFile(picture_bytes() if content is None else content, name=name)
    return DisclosureImage.objects.create(title=title, file=file, **_place(section))


def replace_bytes(stored: Any, content: bytes) -> None:
    """Change the bytes of a stored file behind the back of its row."""
    with stored.file.storage.open(stored.file.name, "wb") as file:
        file.write(content)


def _place(section: Section | None) -> dict[str, Any]:
    return {"collection": section.collection} if section is not None else {}
