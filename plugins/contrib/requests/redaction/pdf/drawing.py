"""A page as it is seen: its picture, and each letter with its place on it.

What a reader cannot see (hidden layers, text under a painted bar, white on white) is looked through for words, but no
copy has it. Annotations and fields of forms are not drawn; ``PageFacts`` counts them.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from django.utils.translation import gettext as _
from PIL import Image

from plugins.contrib.requests.redaction.refusals import RedactionRefused

DPI = 150
MAX_PIXELS = 25_000_000  # of one page: A2
MAX_PAGES = 300
CONTRAST = 40  # of 255: what differs less from its surroundings cannot be seen
_one_at_a_time = threading.RLock()  # PDFium is not made for threads


class Box(NamedTuple):
    """A rectangle in pixels of the page's picture, from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def grown(self, across: float, down: float) -> Box:
        return Box(self.left - across, self.top - down, self.right + across, self.bottom + down)

    def covers(self, other: Box) -> bool:
        """Whether this leaves less than two thirds of ``other``."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        size = max((other.right - other.left) * (other.bottom - other.top), 1.0)
        return across > 0 and down > 0 and across * down > size / 3


class Letter(NamedTuple):
    """A letter of a page; spaces and line breaks have no place."""

    text: str
    box: Box | None
    page: int
    is_seen: bool = True


@dataclass(slots=True)
class DrawnPage:
    """A page: its size in points, its picture, its letters in the order of the file."""

    width: float
    height: float
    picture: Image.Image
    letters: list[Letter]


@contextmanager
def opened(content: bytes) -> Iterator[Any]:
    """A PDF whose pages can be drawn. Raises :class:`RedactionRefused`."""
    with _one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            raise RedactionRefused(_refusal(error)) from error
        with document:
            if not 0 < len(document) <= MAX_PAGES:
                problem = _("A PDF of 1 to %(limit)d pages can be redacted; this one has %(pages)d. Split it first.")
                raise RedactionRefused(problem % {"limit": MAX_PAGES, "pages": len(document)})
            yield document


def _refusal(error: pypdfium2.PdfiumError) -> str:
    if error.err_code == pdfium.FPDF_ERR_PASSWORD:
        return _("This PDF is locked with a password. Save it without the password first.")
    return _("This PDF is broken and cannot be read. Print it to a new PDF first.")


def draw(document: Any, number: int) -> DrawnPage:
    """Page ``number``, from 0."""
    try:
        page = document[number]
        width, height = page.get_size()
        scale = min(DPI / 72, (MAX_PIXELS / (width * height)) ** 0.5)
        bitmap = page.render(scale=scale, draw_annots=False, may_draw_forms=False)
        picture = bitmap.to_pil().convert("RGB")
    except (pypdfium2.PdfiumError, ZeroDivisionError, ValueError, MemoryError) as error:
        problem = _("Page %(page)d of this PDF cannot be drawn. Print the file to a new PDF first.")
        raise RedactionRefused(problem % {"page": number + 1}) from error
    letters = list(_letters(page, _text_of(document, number), number, picture))
    return DrawnPage(width, height, picture, letters)


def _text_of(document: Any, number: int) -> Any:
    """The text of a page as if nobody had turned it: PDFium reads the lines of a turned page in another order."""
    page = document[number]
    turned = page.get_rotation()
    page.set_rotation(0)
    text = document[number].get_textpage()
    page.set_rotation(turned)
    return text


def _letters(page: Any, text: Any, number: int, picture: Image.Image) -> Iterator[Letter]:
    grey = picture.convert("L")
    high = 0
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:  # the first half of a rare character
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
        high = 0
        if code and not pdfium.FPDFText_IsGenerated(text, index):
            yield _letter(chr(code), _box(page, text.get_charbox(index), picture), number, grey)
        elif code:
            yield Letter(chr(code), None, number)


def _letter(text: str, box: Box, number: int, grey: Image.Image) -> Letter:
    return Letter(text, None, number) if text.isspace() else Letter(text, box, number, _is_seen(grey, box))


def _box(page: Any, place: tuple[float, float, float, float], picture: Image.Image) -> Box:
    """PDFium measures a page before it is turned and cropped; its picture is afterwards."""
    left, bottom, right, top = place
    (x1, y1), (x2, y2) = (_on_picture(page, x, y, picture) for x, y in ((left, top), (right, bottom)))
    return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _on_picture(page: Any, x: float, y: float, picture: Image.Image) -> tuple[float, float]:
    fine = 16  # PDFium answers in whole pixels
    across, down = ctypes.c_int(), ctypes.c_int()
    width, height = picture.width * fine, picture.height * fine
    pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, across, down)
    return across.value / fine, down.value / fine


def _is_seen(grey: Image.Image, box: Box) -> bool:
    left, top, right, bottom = box
    part = (max(int(left), 0), max(int(top), 0), min(int(right) + 1, grey.width), min(int(bottom) + 1, grey.height))
    if part[0] >= part[2] or part[1] >= part[3]:
        return False
    shades = [shade for shade, times in enumerate(grey.crop(part).histogram()) if times]
    return shades[-1] - shades[0] >= CONTRAST
