"""``reports status``: the overview as lines."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plugins.api import Report
from plugins.contrib.annual_report.domain.overview import Standing, overview_of

from .places import place_asked, year_asked

NAME = "status"
HELP = "How far the reports of a district's units, or of a city's districts, are."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    parser.add_argument("--year", type=int, metavar="YEAR", help="by default the year that has ended last")
    owner = parser.add_mutually_exclusive_group(required=True)
    owner.add_argument("--city", metavar="SLUG", help="the districts of this city")
    owner.add_argument("--district", metavar="SLUG", help="the units of this district")


def run(*, city: str | None, district: str | None, year: int | None, **options: Any) -> Report:
    """What the overview of the admin shows."""
    place, today = place_asked(city=city, district=district), timezone.localdate()
    overview = overview_of(place, year=year_asked(year), today=today)
    missing = _("%(number)d of %(all)d are missing in the sum.") % {
        "number": len(overview.missing),
        "all": len(overview.rows),
    }
    lines = [_line(overview.own), *(f"    {_line(row)}" for row in overview.rows), missing]
    rows = [_values(row) for row in overview.rows]
    return Report(lines, {"year": overview.year, "own": _values(overview.own), "rows": rows})


def _line(row: Standing) -> str:
    state = row.report.get_state_display() if row.report else pgettext("annual report", "Not begun")
    words = [str(row.owner), str(state)]
    if row.findings.number:
        words.append(_("%(number)d things do not fit") % {"number": row.findings.number})
    if row.due:
        words.append(_("due on %(day)s") % {"day": row.due.isoformat()})
    if row.is_late:
        words.append(pgettext("annual report", "late"))
    return " · ".join(words)


def _values(row: Standing) -> dict[str, Any]:
    return {
        "owner": str(row.owner),
        "state": row.report.state if row.report else None,
        "findings": row.findings.sentences,
        "submitted_on": row.report.submitted_on if row.report else None,
        "due": row.due,
        "is_late": row.is_late,
    }
