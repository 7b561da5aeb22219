"""Letters and other sheets as PDF, made where the product makes its PDFs: in a process that asks no address."""

from __future__ import annotations

from pathlib import Path

from django.template.loader import render_to_string

from plugins.api import make_pdf

from .sheets import LetterSheet

_STYLES = Path(__file__).parents[1] / "static/gongkai_requests/letter.css"

#: What the sheet says on a screen alone: its name, and what comes when it is issued.
_ON_SCREEN = ("label", "unnumbered", "undated")


def write_pdf(sheet: LetterSheet) -> bytes:
    """The file. Raises ``plugins.api.ExportFailed``."""
    page = render_to_string("gongkai_requests/letters/pdf.html", {"sheet": sheet, **dict.fromkeys(_ON_SCREEN, "")})
    return pdf_of(page, styles=_STYLES)


def pdf_of(page: str, *, styles: Path) -> bytes:
    """A whole page of HTML with the rules of the file ``styles``. Raises ``plugins.api.ExportFailed``."""
    return make_pdf(page.replace("</head>", f"<style>{styles.read_text()}</style></head>", 1))
