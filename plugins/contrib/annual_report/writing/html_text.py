"""The report as one HTML text, of which a PDF is made."""

from __future__ import annotations

from pathlib import Path

from django.template.loader import render_to_string

from plugins.api import with_pictures, writable_html

from .contents import Contents, sections_of
from .figures import figures_below

STYLES = Path(__file__).with_name("report.css")


def html_of(contents: Contents) -> str:
    """All that the file shows; public pictures are inside."""
    parts = {"sections": list(sections_of(contents)), "below": figures_below(contents)}
    context = {"contents": contents, **parts}
    styles = f"<style>{STYLES.read_text(encoding='utf-8')}</style></head>"
    text = render_to_string("gongkai_annual/pdf.html", context).replace("</head>", styles, 1)
    return with_pictures(writable_html(text))
