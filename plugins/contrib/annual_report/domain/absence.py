"""Owners whose report is not in the sum of the report above them."""

from __future__ import annotations

from django.utils.translation import ngettext

from plugins.api import District
from plugins.contrib.annual_report.enums import Level
from plugins.contrib.annual_report.models import Report

from .beginning import units_reporting

NAMED = 12


def absent_below(report: Report) -> list[str]:
    """One sentence that names the units, or the districts, without an accepted report; none where all are there."""
    there = Report.objects.below(report).final()
    if report.level == Level.DISTRICT and report.district is not None:
        units = set(there.values_list("unit", flat=True))
        absent = [one.name for one in units_reporting(report.district, year=report.year) if one.pk not in units]
    elif report.level == Level.CITY:
        districts = District.objects.filter(city=report.city_id).exclude(pk__in=there.values("district"))
        absent = [one.name for one in districts]
    else:
        return []
    return [_sentence(absent)] if absent else []


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
