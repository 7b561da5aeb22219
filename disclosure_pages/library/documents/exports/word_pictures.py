"""Pictures of a text in a DOCX file, each with its alternative text; what cannot be put in leaves its words."""

from __future__ import annotations

import io
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from wagtail.images.models import SourceImageIOError

from disclosure_pages.library.documents.blocks import Block
from disclosure_pages.media.models import DisclosureImage, PublishedFile

from .characters import writable
from .pictures import bytes_of_public

if TYPE_CHECKING:
    from disclosure_pages.tree.models import DisclosurePage

SIZE = "max-1200x1200"  # the one that the page shows, so that it is mostly there already
ROOM = 32 * 1024 * 1024


def published_pictures(page: DisclosurePage) -> dict[int, str]:
    """Key of each picture that ``page`` was published with, and the hash of the bytes that were cleared."""
    rows = PublishedFile.objects.filter(page=page.pk, image__isnull=False).order_by("image")
    return dict(rows.values_list("image", "file_hash"))


@dataclass
class Pictures:
    """The pictures of one file. ``room`` is how many bytes of them it may still take."""

    file: Any
    images: dict[int, DisclosureImage]
    room: int = ROOM

    @classmethod
    def of(cls, file: Any, keys: Collection[int]) -> Pictures:
        """Those of ``keys``, which are published ones."""
        return cls(file, DisclosureImage.objects.in_bulk(keys))

    def add(self, block: Block) -> None:
        """The picture of ``block``, or in its place what it shows in words."""
        words, content = writable(block.text), self._content(block)
        if content and self._draw(content, words):
            self.room -= len(content)
        elif words:
            self.file.add_paragraph(_("[Picture: %(words)s]") % {"words": words})

    def _content(self, block: Block) -> bytes:
        image = self.images.get(block.image_id or 0)
        if image is None or not PublishedFile.objects.serves(image):
            return b""
        try:
            content = bytes_of_public(image.get_rendition(SIZE))
        except (OSError, SourceImageIOError):
            return b""
        return content if len(content) <= self.room else b""

    def _draw(self, content: bytes, words: str) -> bool:
        from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError

        paragraph = self.file.add_paragraph()
        try:
            shape = paragraph.add_run().add_picture(io.BytesIO(content))
        except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError):  # such as SVG
            paragraph._element.getparent().remove(paragraph._element)
            return False
        self._fit(shape)
        shape._inline.docPr.set("descr", words)
        return True

    def _fit(self, shape: Any) -> None:
        """Not larger than the text of a page; its sides keep their proportion."""
        sheet = self.file.sections[0]
        width = sheet.page_width - sheet.left_margin - sheet.right_margin
        height = (sheet.page_height - sheet.top_margin - sheet.bottom_margin) * 9 // 10  # room for a caption
        scale = min(1, width / shape.width, height / shape.height)
        shape.width, shape.height = int(shape.width * scale), int(shape.height * scale)
