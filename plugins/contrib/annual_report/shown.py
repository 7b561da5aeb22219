"""What the page of a report shows: its parts, its files, the comparison with the year before and the charts."""

from __future__ import annotations

from typing import Any

from .writing import Contents, figures_below, sections_of

PDF, DOCX, XLSX, JSON = "report.pdf", "report.docx", "report.xlsx", "report.json"
FILES = (("PDF", PDF), ("DOCX", DOCX), ("XLSX", XLSX))


def context_of_report(contents: Contents) -> dict[str, Any]:
    """For the template of the page."""
    return {"sections": list(sections_of(contents)), "below": figures_below(contents), "files": FILES}
