"""The report as one HTML text, of which a PDF is made."""

from __future__ import annotations

from django.template.loader import render_to_string

from plugins.api import with_pictures, writable_html

from .contents import Contents, sections_of


def html_of(contents: Contents) -> str:
    """All that the file shows; public pictures are inside."""
    context = {"contents": contents, "sections": list(sections_of(contents))}
    return with_pictures(writable_html(render_to_string("gongkai_annual/pdf.html", context)))
