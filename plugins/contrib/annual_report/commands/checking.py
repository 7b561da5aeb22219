"""``reports check``: what stands against submitting a report."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.utils.translation import gettext as _

from plugins.api import Report
from plugins.contrib.annual_report.domain.checking import findings_of

from .places import add_place, report_asked

NAME = "check"
HELP = "What does not fit in a report, cell by cell; ends with 1 if anything does not."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    add_place(parser)


def run(*, city: str | None, district: str | None, unit: str, year: int | None, **options: Any) -> Report:
    """What the screen shows above the tables."""
    findings = findings_of(report_asked(city=city, district=district, unit=unit, year=year))
    failures = [
        {
            "code": one.code,
            "cell": "/".join(one.cell),
            "others": ["/".join(key) for key in one.others],
            "expected": None if one.expected is None else str(one.expected),
            "found": None if one.found is None else str(one.found),
            "sentence": one.sentence,
        }
        for one in findings.failures
    ]
    lines = findings.sentences or [_("Everything fits, last year's report included.")]
    return Report(lines, {"failures": failures, "missing": findings.missing}, is_failure=bool(findings.number))
