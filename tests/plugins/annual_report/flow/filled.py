"""Reports that are filled in so far that they can be submitted."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from plugins.contrib.annual_report.domain.counting import count_report
from plugins.contrib.annual_report.domain.filling import Entry, fill_report
from plugins.contrib.annual_report.domain.moving import move_report
from plugins.contrib.annual_report.domain.sources import leaves
from plugins.contrib.annual_report.domain.values import figures_of, form_in
from plugins.contrib.annual_report.enums import Act
from plugins.contrib.annual_report.models import Report

from .conftest import TODAY

NEW, GRANTED, OUT = (("requests", row, "natural") for row in ("new", "granted", "carried_out"))
CARRIED_IN = ("requests", "carried_in", "natural")


def fill(report: Report, user: Any, **numbers: int) -> Report:
    """Counted; rows of part three, natural persons, as ``numbers`` say; 0 everywhere else that nobody counted."""
    if report.counted_at is None:
        count_report(report=report, user=user)
    counted = figures_of(report)
    entries = {key: Entry(Decimal(0)) for key in leaves(form_in(report)) if key not in counted}
    entries |= {("requests", row, "natural"): Entry(Decimal(number)) for row, number in numbers.items()}
    fill_report(report=report, entries=entries, user=user)
    return report


def submit(report: Report, user: Any) -> Report:
    return move_report(report=report, act=Act.SUBMIT, user=user, today=TODAY)


def accept(report: Report, user: Any) -> Report:
    return move_report(report=report, act=Act.ACCEPT, user=user, today=TODAY)
