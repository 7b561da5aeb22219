"""``requests list``: cases without personal data."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.utils.translation import gettext as _

from plugins.api import Report
from plugins.contrib.requests.enums import CaseState
from plugins.contrib.requests.models import Case

from .places import add_district, districts_asked

NAME = "list"
HELP = "List cases with their states and deadlines; nothing tells who applied."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    add_district(parser)
    parser.add_argument("--state", choices=CaseState.values, default="", help="those in this state")
    parser.add_argument("--open", action="store_true", dest="is_open", help="those that are not concluded")


def run(*, district: str, state: str, is_open: bool, **options: Any) -> Report:
    """The most urgent first."""
    cases = Case.objects.filter(district__in=districts_asked(district)).select_related("district", "unit")
    cases = cases.open() if is_open else cases
    found = list((cases.filter(state=state) if state else cases).order_by("due_on", "pk"))
    lines = [_line(case) for case in found] or [_("There is no such case.")]
    return Report(lines, {"cases": [values_of(case) for case in found]})


def _line(case: Case) -> str:
    due = case.due_on.isoformat() if case.due_on and not case.is_concluded else ""
    return " · ".join(filter(None, (case.district.name, str(case), str(case.get_state_display()), due)))


def values_of(case: Case) -> dict[str, Any]:
    """What may be told of a case outside its desk."""
    return {
        "key": case.pk,
        "district": case.district.slug,
        "number": case.number,
        "unit": case.unit.name if case.unit else "",
        "state": case.state,
        "received_on": case.received_on,
        "due_on": case.due_on,
        "concluded_on": case.concluded_on,
        "outcome": case.outcome,
    }
