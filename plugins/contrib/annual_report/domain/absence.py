"""Owners whose report is not in the sum of the report above them."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plugins.api import District, Unit
from plugins.contrib.annual_report.enums import Level
from plugins.contrib.annual_report.models import Report

from .beginning import units_reporting

NAMED = 12


def absent_below(report: Report) -> list[str]:
    """One sentence that names the units, or the districts, without an accepted report; none where all are there."""
    there = Report.objects.below(report).final()
    if report.level == Level.DISTRICT and report.district is not None:
        units = set(there.values_list("unit", flat=True))
        asked = units_reporting(report.district, year=report.year)
        absent = [_name(one, report.year) for one in asked if one.pk not in units]
    elif report.level == Level.CITY:
        districts = District.objects.filter(city=report.city_id).exclude(pk__in=there.values("district"))
        absent = [one.name for one in districts]
    else:
        return []
    return [_sentence(absent)] if absent else []


def _name(unit: Unit, year: int) -> str:
    """With the day on which a unit ended, from which it may have nobody who reports."""
    if unit.active_to is None or unit.active_to >= dt.date(year, 12, 31):
        return unit.name
    return _("%(unit)s (ended on %(day)s)") % {"unit": unit.name, "day": unit.active_to.isoformat()}


def _sentence(names: list[str]) -> str:
    words = {"number": len(names), "names": "、".join(names[:NAMED]) + ("…" if len(names) > NAMED else "")}
    return (
        ngettext(
            "%(number)d accepted report is missing in the sum: %(names)s.",
            "%(number)d accepted reports are missing in the sum: %(names)s.",
            len(names),
        )
        % words
    )
