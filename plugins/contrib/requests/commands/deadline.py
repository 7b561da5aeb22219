"""``requests deadline``: the deadline of an application, and every day up to it."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api import Refused, Report, working_calendar
from plugins.contrib.requests.clock import ClockRefused, Scenario, explain, read_scenario

NAME = "deadline"
HELP = "Say by when an application is to be answered, and why each day up to then counts or does not."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    parser.add_argument("--received", type=dt.date.fromisoformat, metavar="DAY", help="day of receipt, as 2026-03-02")
    parser.add_argument("--scenario", type=Path, metavar="FILE.json", help="what happened since")
    parser.add_argument("--today", type=dt.date.fromisoformat, metavar="DAY", help="as it stands on another day")


def run(*, received: dt.date | None, scenario: Path | None, today: dt.date | None, **options: Any) -> Report:
    """Needs the calendar alone of the database."""
    try:
        read = read_scenario(_text_of(scenario)) if scenario else Scenario()
        asked = read.received_on(received)
        explained = explain(asked, calendar=working_calendar(), today=today or timezone.localdate())
    except ClockRefused as error:
        raise Refused(str(error)) from error
    return Report(explained.lines, explained.values)


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(_("%(file)s cannot be read: %(error)s") % {"file": path, "error": error}) from error
