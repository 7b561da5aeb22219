"""Whether words can be looked for on a page, or whether only a person can say what stands on it."""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as pdfium

from plugins.contrib.requests.redaction.folding import folded

_UNKNOWN = "\ufffd"
_READABLE = 0.5  # of what is typed: fonts that do not say what their letters mean give the rest
_LARGE = 0.5  # of the page: a scan has pictures of this size, also one with a text that a machine has read


def is_searchable(page: Any) -> bool:
    """False for a scan, with or without a text layer, and for text whose letters nobody knows. A blank page is."""
    if not pdfium.FPDFPage_CountObjects(page):
        return True
    typed = "".join(page.get_textpage().get_text_range().split())
    readable = len(folded(typed).replace(_UNKNOWN, ""))
    return readable > 0 and readable >= _READABLE * len(typed) and _pictures(page) < _LARGE


def _pictures(page: Any) -> float:
    """How much of the page pictures take, as a share."""
    width, height = page.get_size()
    boxes = [picture.get_bounds() for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])]
    return sum((right - left) * (top - bottom) for left, bottom, right, top in boxes) / (width * height or 1)
