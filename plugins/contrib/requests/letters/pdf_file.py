"""Letters and other sheets as PDF, made where the product makes its PDFs: in a process that asks no address."""

from __future__ import annotations

from pathlib import Path

from django.template.loader import render_to_string

from plugins.api import make_pdf

from .sheets import LetterSheet

_STYLES = Path(__file__).with_name("letter.css")


def write_pdf(sheet: LetterSheet) -> bytes:
    """The file. Raises ``plugins.api.ExportFailed``."""
    return pdf_of(render_to_string("gongkai_requests/letters/pdf.html", {"sheet": sheet}), styles=_STYLES)


def pdf_of(page: str, *, styles: Path) -> bytes:
    """A whole page of HTML with the rules of the file ``styles``. Raises ``plugins.api.ExportFailed``."""
    return make_pdf(page.replace("</head>", f"<style>{styles.read_text()}</style></head>", 1))
