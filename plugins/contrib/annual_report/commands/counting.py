"""``reports count``: begin a report if it is not there, and count it."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api import Report
from plugins.contrib.annual_report.domain.beginning import begin_report
from plugins.contrib.annual_report.domain.counting import count_report

from .places import add_place, owner_asked, year_asked

NAME = "count"
HELP = "Begin a report if it is not there, and ask every source, or the accepted reports below, for its figures."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    add_place(parser)


def run(*, city: str | None, district: str | None, unit: str, year: int | None, **options: Any) -> Report:
    """What the button of the screen does; a report that is submitted is refused."""
    owner = owner_asked(city=city, district=district, unit=unit)
    report = begin_report(owner=owner, year=year_asked(year), today=timezone.localdate())
    changed = count_report(report=report, user=None)
    words = {"report": report, "number": changed}
    return Report([_("%(report)s: %(number)d cells have changed.") % words], {"report": report.pk, "changed": changed})
