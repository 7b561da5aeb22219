"""The contents of a published report."""

from __future__ import annotations

from plugins.api import published_pictures
from plugins.contrib.annual_report.models import AnnualReportPage

from .contents import Contents


def contents_of_page(page: AnnualReportPage) -> Contents:
    """All that the page and its files show; its pictures are those that it was published with."""
    frozen = page.frozen
    prose = {prose.code: getattr(page, prose.code) for prose in frozen.form.prose}
    pictures = published_pictures(page) if page.pk else {}
    return Contents(page.title, page.organ, frozen.form, frozen.values, prose, pictures, page.year, page.frozen_before)
