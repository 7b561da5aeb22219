"""Reports for a demonstration: some accepted, one submitted, one returned, the others just begun."""

from __future__ import annotations

from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api import District, Unit

from .domain.beginning import begin_report, last_year, units_reporting
from .domain.counting import count_report
from .domain.filling import Entry, fill_report
from .domain.moving import move_report
from .domain.sources import leaves
from .domain.values import figures_of, form_in
from .enums import Act
from .models import Report

#: Acts with the first units of the register; whoever comes after them has just begun.
STORIES = ((Act.SUBMIT, Act.ACCEPT), (Act.SUBMIT, Act.ACCEPT), (Act.SUBMIT,), (Act.SUBMIT, Act.RETURN))
MANY = 8


def make_samples(*, district: District) -> None:
    """Where a report of the year is there already, nothing is done."""
    year = last_year(today=timezone.localdate())
    if Report.objects.filter(district=district, year=year).exists():
        return
    for place, unit in enumerate(units_reporting(district, year=year)[:MANY]):
        _make(unit, year, STORIES[place] if place < len(STORIES) else ())
    count_report(report=begin_report(owner=district, year=year, today=timezone.localdate()), user=None)


def _make(unit: Unit, year: int, acts: tuple[Act, ...]) -> None:
    today = timezone.localdate()
    report = begin_report(owner=unit, year=year, today=today)
    count_report(report=report, user=None)
    if acts:
        counted = figures_of(report)
        blank = [key for key in leaves(form_in(report)) if key not in counted]
        fill_report(report=report, entries={key: Entry(Decimal(0)) for key in blank}, user=None)
    for act in acts:
        reason = _("Compare the permits with the register.") if act == Act.RETURN else ""
        move_report(report=report, act=act, user=None, today=today, reason=reason)
