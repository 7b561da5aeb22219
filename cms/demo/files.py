"""Files of the sample content: small office files and drawings, made when they are needed."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import BytesIO, StringIO
from typing import Any, TypeVar

from django.core.files.base import ContentFile
from docx import Document
from openpyxl import Workbook
from PIL import Image, ImageDraw

from disclosure_pages.media.models import DisclosureDocument, DisclosureImage
from disclosure_pages.media.texts.keeping import WORKER_SECONDS, text_of
from disclosure_pages.tree.models import Section

Stored = TypeVar("Stored", DisclosureDocument, DisclosureImage)
SIZE = (960, 540)
SKY, EARTH = "#cfe3f1", "#dfe6d5"
Box = tuple[int, int, int, int]
#: Rectangles and ellipses of each drawing: shape, box, colour.
MOTIFS: dict[str, list[tuple[str, Box, str]]] = {
    "river": [
        ("rectangle", (0, 300, 420, 540), "#6fa8c9"),
        ("rectangle", (420, 300, 520, 540), "#c9b68d"),
        *[("ellipse", (x, 190, x + 110, 330), "#6d9a62") for x in (560, 680, 800)],
        ("rectangle", (60, 250, 430, 270), "#8a8f96"),
    ],
    "school": [
        ("rectangle", (180, 200, 430, 430), "#c4756b"),
        ("rectangle", (540, 240, 800, 430), "#d3a26a"),
        *[("rectangle", (x, 240, x + 36, 290), "#f4f1e8") for x in (205, 265, 325, 380)],
        ("rectangle", (470, 120, 476, 500), "#3d4a57"),
    ],
    "site": [
        ("rectangle", (160, 120, 800, 460), "#d8d2c4"),
        *[("ellipse", box, "#2f6f9f") for box in ((150, 110, 190, 150), (770, 110, 810, 150))],
        *[("ellipse", box, "#2f6f9f") for box in ((150, 430, 190, 470), (770, 430, 810, 470))],
        ("rectangle", (430, 440, 530, 480), "#7c8794"),
    ],
    "road": [
        ("rectangle", (20, 230, 250, 330), "#a9c3a1"),
        ("rectangle", (250, 230, 480, 330), "#e0c27a"),
        ("rectangle", (480, 230, 710, 330), "#d89a86"),
        ("rectangle", (710, 230, 940, 330), "#9db4cc"),
    ],
}


def make_document(description: dict[str, Any], *, section: Section) -> DisclosureDocument:
    """The file that ``description`` asks for, in the section's collection."""
    name = description["name"]
    content = WRITERS[name.rpartition(".")[2]](description)
    document = DisclosureDocument.objects.create(
        title=description["title"], file=ContentFile(content, name=name), collection=section.collection
    )
    stored = _with_figures(document)
    # Whoever publishes it has ten seconds to read it, which a machine under load may exceed: here nobody waits.
    text_of(stored, seconds=WORKER_SECONDS)
    return stored


def make_picture(*, title: str, motif: str, section: Section) -> DisclosureImage:
    """A drawing, in the section's collection."""
    picture = Image.new("RGB", SIZE, SKY)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 300, *SIZE), fill=EARTH)
    for shape, box, colour in MOTIFS[motif]:
        getattr(draw, shape)(box, fill=colour)
    stream = BytesIO()
    picture.save(stream, "PNG")
    file = ContentFile(stream.getvalue(), name=f"{motif}.png")
    return _with_figures(DisclosureImage.objects.create(title=title, file=file, collection=section.collection))


def _with_figures(stored: Stored) -> Stored:
    """Wagtail's forms write size and hash of an upload; here nobody uploads."""
    stored.file_size, stored.file_hash = stored.file.size, stored.get_file_hash()
    stored.save(update_fields=["file_size", "file_hash"])
    return stored


def _xlsx(description: dict[str, Any]) -> bytes:
    book, stream = Workbook(), BytesIO()
    for row in description["rows"]:
        book.active.append(row)
    book.save(stream)
    return stream.getvalue()


def _csv(description: dict[str, Any]) -> bytes:
    stream = StringIO()
    csv.writer(stream).writerows(description["rows"])
    return stream.getvalue().encode("utf-8-sig")


def _docx(description: dict[str, Any]) -> bytes:
    document, stream = Document(), BytesIO()
    for paragraph in description["paragraphs"]:
        document.add_paragraph(paragraph)
    document.save(stream)
    return stream.getvalue()


WRITERS: dict[str, Callable[[dict[str, Any]], bytes]] = {"xlsx": _xlsx, "csv": _csv, "docx": _docx}
