"""``requests remind``: warn those who handle cases of deadlines that come near."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api import Refused, Report, working_calendar
from plugins.contrib.requests.domain.warning import due_warnings, warn
from plugins.contrib.requests.exceptions import CaseRefused

from .places import add_district, districts_asked

NAME = "remind"
HELP = "Mail whoever handles a case 5 and 2 working days before its deadline and on the day, each once."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    add_district(parser)
    parser.add_argument("--dry-run", action="store_true", help="say of which cases, and mail nobody")


def run(*, district: str, dry_run: bool, **options: Any) -> Report:
    """The districts where the plug-in is on."""
    today, report, warned = timezone.localdate(), Report(), {}
    for place in districts_asked(district):
        if dry_run:
            report.lines += [one.line for one in due_warnings(place, today, working_calendar())]
            continue
        try:
            warned[place.slug] = warn(district=place, today=today)
        except CaseRefused as error:
            raise Refused(str(error)) from error
        report.lines.append(
            _("%(district)s: %(number)d people warned") % {"district": place, "number": warned[place.slug]}
        )
    report.values = {"warned": warned, "due": report.lines if dry_run else []}
    return report
