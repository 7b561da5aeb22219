"""``plugins measure``: figures that plug-ins count, for each district where they are on."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.steps.report import Refused, Report
from plugins.effects.measuring import figures

from .switching import find_district

NAME = "measure"
HELP = "Figures that plug-ins count, for the districts where they are on."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    parser.add_argument("--district", default="", metavar="SLUG", help="of one district; without it, of all")
    parser.add_argument("--since", default="", metavar="DAY", help="first day; without it, 1 January of this year")
    parser.add_argument("--until", default="", metavar="DAY", help="last day, inclusive; without it, today")


def run(*, district: str, since: str, until: str, **options: Any) -> Report:
    """A figure that could not be counted is told by “plugins doctor”."""
    today = timezone.localdate()
    first, last = _day(since) or today.replace(month=1, day=1), _day(until) or today
    only = find_district(district)
    report = Report(values={"since": first, "until": last, "figures": []})
    for figure in figures(since=first, until=last, district=only.pk if only else None):
        value = "–" if figure.value is None else f"{figure.value} {figure.unit}".strip()
        report.add([f"{figure.district}  {figure.title}: {value}"])
        report.values["figures"].append(figure.as_json())
    if not report.lines:
        report.add([_("No plug-in that is on counts anything there.")])
    return report


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError as error:
        raise Refused(_("“%(text)s” is no day; write it as 2026-03-31.") % {"text": text}) from error
