"""What is shown below the parts of a report: charts, and the comparison with the year before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from plugins.contrib.annual_report.charts import Chart, draw
from plugins.contrib.annual_report.comparison import Comparison, applicants, compare, outcomes
from plugins.contrib.annual_report.frozen import Frozen
from plugins.contrib.annual_report.structure import Value

from .contents import Contents


@dataclass(frozen=True, slots=True)
class Figures:
    """``comparisons`` are empty where the year before is not known."""

    heading: str
    charts: list[Chart]
    comparisons: list[Comparison]


def figures_below(contents: Contents) -> Figures:
    """The same on the page and in its files."""
    now, before = contents.frozen, contents.before
    comparisons = compare(now, before) if before is not None else []
    heading = _("Compared with the year before") if comparisons else _("The figures as charts")
    return Figures(heading, _charts(contents.year, now, before), comparisons)


def _charts(year: int, now: Frozen, before: Frozen | None) -> list[Chart]:
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
