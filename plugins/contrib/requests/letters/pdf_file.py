"""A letter as PDF, made where the product makes its PDFs: in a process of its own that asks no address."""

from __future__ import annotations

from pathlib import Path

from django.template.loader import render_to_string

from plugins.api import make_pdf

from .sheets import LetterSheet

_STYLES = Path(__file__).with_name("letter.css")


def write_pdf(sheet: LetterSheet) -> bytes:
    """The file. Raises ``plugins.api.ExportFailed``."""
    page = render_to_string("gongkai_requests/letters/pdf.html", {"sheet": sheet})
    return make_pdf(page.replace("</head>", f"<style>{_STYLES.read_text()}</style></head>", 1))
