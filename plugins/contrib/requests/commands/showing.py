"""``requests show``: one case and its log, without personal data and texts."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.utils.translation import gettext as _

from plugins.api import Refused, Report
from plugins.contrib.requests.models import Case, CaseEvent

from .listing import values_of

NAME = "show"
HELP = "Show where one case is and what happened to it; no text and no name is told."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    parser.add_argument("number", metavar="NUMBER", help="registration number, or the key of the case")


def run(*, number: str, **options: Any) -> Report:
    """Facts and log."""
    cases = Case.objects.select_related("district", "unit")
    case = cases.filter(number=number).first()
    if case is None and number.isascii() and number.isdigit() and len(number) < 10:
        case = cases.filter(pk=number).first()
    if case is None:
        raise Refused(_("There is no case “%(number)s”.") % {"number": number})
    events = list(case.events.all())
    lines = [f"{case.district.name} · {case} · {case.get_state_display()}", *(_line(event) for event in events)]
    log = [{"day": one.day, "kind": one.kind, "state": one.state_after} for one in events]
    return Report(lines, {**values_of(case), "log": log})


def _line(event: CaseEvent) -> str:
    return f"    {event.day.isoformat()}  {event.get_kind_display()}"
