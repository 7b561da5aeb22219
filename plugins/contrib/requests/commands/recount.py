"""``requests recount``: reckon the deadlines of open cases anew, after days of the calendar have changed."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.utils.translation import gettext as _

from plugins.api import Report
from plugins.contrib.requests.domain.deadlines import recount_deadlines
from plugins.contrib.requests.models import Case

from .places import add_district, districts_asked

NAME = "recount"
HELP = "Reckon the deadlines of open cases by the calendar as it is now. Exit status 1 if one cannot be counted."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    add_district(parser)


def run(*, district: str, **options: Any) -> Report:
    """Names the cases whose day moved, and those whose log does not fit: their days stay."""
    found = recount_deadlines(Case.objects.open().filter(district__in=districts_asked(district)))
    moved = [{"case": str(case), "due": case.due_on} for case in found.moved]
    lines = [_("%(case)s: due on %(due)s now") % {**one, "due": one["due"] or "–"} for one in moved]
    refused = [{"case": str(case), "why": why} for case, why in found.refused]
    lines += [f"{one['case']}: {one['why']}" for one in refused]
    values = {"moved": moved, "refused": refused}
    return Report(lines or [_("No deadline moves.")], values, is_failure=bool(refused))
