"""What the page of a report shows: its parts, its files, the comparison with the year before and the charts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from .charts import Chart, draw
from .comparison import applicants, compare, outcomes
from .frozen import Frozen
from .structure import Value
from .writing import sections_of

if TYPE_CHECKING:
    from .models import AnnualReportPage

PDF, DOCX, XLSX, JSON = "report.pdf", "report.docx", "report.xlsx", "report.json"
FILES = (("PDF", PDF), ("DOCX", DOCX), ("XLSX", XLSX))


def context_of_report(page: AnnualReportPage) -> dict[str, Any]:
    """For the template of the page."""
    now, before = page.frozen, page.frozen_before
    return {
        "sections": list(sections_of(page.contents)),
        "comparisons": compare(now, before) if before is not None else [],
        "charts": charts_of(page.year, now, before),
        "files": FILES,
    }


def charts_of(year: int, now: Frozen, before: Frozen | None) -> list[Chart]:
    """What became of requests, and who made them."""
    drawn = (
        draw("outcomes", _("What became of the requests"), _series(year, now, before, outcomes)),
        draw("applicants", _("New requests by applicant"), _series(year, now, before, applicants)),
    )
    return [chart for chart in drawn if chart is not None]


def _series(year: int, now: Frozen, before: Frozen | None, values: Any) -> dict[str, dict[str, Value]]:
    found = {_("Year %(year)d") % {"year": year}: values(now)}
    if before is not None:
        found[_("Year %(year)d") % {"year": year - 1}] = values(before)
    return found
