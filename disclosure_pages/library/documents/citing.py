"""How the document is cited, and the way back from paper: a QR code of its address."""

from __future__ import annotations

import segno
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe

from disclosure_pages.documents.models import PolicyDocument


def citation(page: PolicyDocument, *, url: str) -> str:
    """Issuer, title, number, day and address, to be copied."""
    title = page.title if page.title.startswith("《") else f"《{page.title}》"
    named = f"{title}（{page.number}）" if page.number else title
    day = page.first_issued_on or page.formed_on
    parts = [f"{page.issuer}：{named}", date_format(day, "DATE_FORMAT") if day else "", url]
    return "，".join(part for part in parts if part)


def qr_svg(url: str) -> SafeString:
    """A QR code as SVG without style and script; dark on white in every mode, as scanners want it."""
    if not url:
        return mark_safe("")
    code = segno.make(url, error="m", micro=False)
    drawn = code.svg_inline(border=2, light="#fff", dark="#000", omitsize=True, svgclass="qr__code")
    return mark_safe(drawn)  # noqa: S308  (made from modules, the address is not in it as text)
