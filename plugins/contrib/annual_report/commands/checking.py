"""``reports check``: what stands against submitting a report."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.utils.translation import gettext as _

from plugins.api import Report
from plugins.contrib.annual_report.domain.checking import findings_of
from plugins.contrib.annual_report.enums import Level
from plugins.contrib.annual_report.models import Report as AnnualReport
from plugins.contrib.annual_report.unmatched import UnmatchedIssuer, unmatched_issuers, unmatched_sentence

from .places import add_place, report_asked

NAME = "check"
HELP = (
    "What does not fit in a report, cell by cell, and which documents a district's leaves out because their issuers "
    "name no unit; ends with 1 if anything does not fit."
)


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    add_place(parser)


def run(*, city: str | None, district: str | None, unit: str, year: int | None, **options: Any) -> Report:
    """What the screen shows above the tables."""
    report = report_asked(city=city, district=district, unit=unit, year=year)
    findings, unmatched = findings_of(report), _unmatched(report)
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
    lines += _lines(unmatched)
    values = {
        "failures": failures,
        "missing": findings.missing,
        "absent": findings.absent,
        "unmatched": [{"issuer": one.issuer, "number": one.number} for one in unmatched],
    }
    return Report(lines, values, is_failure=bool(findings.number))


def _unmatched(report: AnnualReport) -> list[UnmatchedIssuer]:
    """Issuers whose documents part two of a district's report leaves out; units have none of their own."""
    district = report.district if report.level == Level.DISTRICT else None
    return unmatched_issuers(district, year=report.year) if district else []


def _lines(unmatched: list[UnmatchedIssuer]) -> list[str]:
    """The warning, and a line for each issuer."""
    sentence = unmatched_sentence(sum(one.number for one in unmatched))
    return [sentence, *(f"    {one.issuer} · {one.number}" for one in unmatched)] if sentence else []
